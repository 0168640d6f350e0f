package com.clinni.faultharness.mutant;

import com.clinni.faultharness.run.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts each defect into a copy of the tree and sees whether the checker notices. First every trial
 * is played on the tree as it is: where that does not hold, a catch would prove nothing.
 *
 * @param only of some defects, by their names between commas
 * @param out gets one line for each defect, and nothing else
 * @param details told how it goes
 */
public record MutantRun(
        Optional<String> only, Path root, Path data, PrintStream out, PrintStream details) {

    private static final long SEED = 1;

    /** Whether all of them were caught. */
    public boolean play() throws IOException, InterruptedException {
        var mutants = Mutant.named(only);
        var sound = thatHold(mutants);
        var survivors = 0;
        for (var mutant : mutants) {
            if (sound.contains(mutant.trial()) && isCaught(mutant)) {
                out.println("caught " + mutant.defect() + " by " + mutant.sign());
            } else {
                out.println("SURVIVED " + mutant.defect());
                survivors++;
            }
        }
        return survivors == 0;
    }

    /** Of the trials that these need, those at which the tree as it is shows nothing wrong. */
    private Set<Trial> thatHold(List<Mutant> mutants) throws InterruptedException {
        var trials = EnumSet.noneOf(Trial.class);
        mutants.forEach(mutant -> trials.add(mutant.trial()));
        var control = data.resolve("control");
        var sound = EnumSet.noneOf(Trial.class);
        try (var stage = Stage.start(Trial.options(root, control), SEED)) {
            for (var trial : trials) {
                var seen = trial.play(new TrialStage(stage, trial.title()));
                details.println((seen.isGood() ? "holds " : "DOES NOT HOLD ") + trial.title());
                Attempt.tell(seen, details);
                if (seen.isGood()) {
                    sound.add(trial);
                }
            }
        }
        return sound;
    }

    /** What was caught leaves nothing behind; the rest is there to be looked at. */
    private boolean isCaught(Mutant mutant) throws IOException, InterruptedException {
        var own = data.resolve(mutant.defect());
        try {
            var isCaught = new Attempt(mutant, root, own, details).isCaught();
            if (isCaught) {
                TreeCopy.delete(own);
            }
            return isCaught;
        } catch (IOException | RuntimeException e) {
            details.println("  " + mutant.defect() + " could not be tried: " + e);
            return false;
        }
    }
}
