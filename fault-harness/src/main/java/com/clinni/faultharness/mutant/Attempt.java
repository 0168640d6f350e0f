package com.clinni.faultharness.mutant;

import com.clinni.faultharness.run.Observation;
import com.clinni.faultharness.run.Stage;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.StartFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A trial of one defect, in a copy of the tree of its own: built, started and played.
 *
 * @param data where the copy and what it does are kept
 * @param out told how it goes
 */
record Attempt(Mutant mutant, Path root, Path data, PrintStream out) {

    /** Start checks say what a setting must be. */
    private static final Pattern REFUSAL = Pattern.compile("mp\\.messaging\\.\\S+ must be ");

    private static final long SEED = 1;

    /** Whether it showed as it should. */
    boolean isCaught() throws IOException, InterruptedException {
        var patch = mutant.patch(root);
        out.println(mutant.defect() + ": " + patch.sentence());
        var scratch = TreeCopy.copy(root, data.resolve("tree"), patch.modules());
        patch.applyTo(scratch.tree());
        scratch.build(data.resolve("build.log"));
        var run = data.resolve("run");
        try (var stage = Stage.start(Trial.options(scratch.tree(), run), SEED)) {
            return isIn(mutant.trial().play(new TrialStage(stage, mutant.trial().title())));
        } catch (StartFailure e) {
            out.println("  " + e.getMessage());
            return mutant.sign() == Symptom.START_CHECK && isRefused(run.resolve("logs"));
        }
    }

    private boolean isIn(Observation seen) {
        tell(seen, out);
        return mutant.sign().isIn(seen.verdict());
    }

    static void tell(Observation seen, PrintStream out) {
        out.println("  " + seen.verdict().inShort());
        seen.verdict().violations().stream().limit(3).forEach(each -> out.println("    " + each));
        seen.complaints().forEach(each -> out.println("    " + each));
    }

    private static boolean isRefused(Path logs) throws IOException {
        for (var service : Arrays.asList(Service.values())) {
            var log = logs.resolve(service.module() + ".log");
            if (Files.exists(log) && REFUSAL.matcher(Files.readString(log)).find()) {
                return true;
            }
        }
        return false;
    }
}
