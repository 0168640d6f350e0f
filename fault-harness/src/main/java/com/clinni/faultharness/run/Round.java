package com.clinni.faultharness.run;

import com.clinni.faultharness.check.Checker;
import com.clinni.faultharness.check.CreditAccount;
import com.clinni.faultharness.check.Drain;
import com.clinni.faultharness.check.Evidence;
import com.clinni.faultharness.check.EvidenceCollector;
import com.clinni.faultharness.check.SeenMessage;
import com.clinni.faultharness.check.TakeoverTimes;
import com.clinni.faultharness.check.TakeoverTimes.Death;
import com.clinni.faultharness.check.TimelineReminder;
import com.clinni.faultharness.check.Tolerance;
import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.DueSet;
import com.clinni.faultharness.load.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * A load from its first booking to its verdict, with clinics and a due set of its own. Whatever is
 * done to the stage meanwhile is taken into account.
 */
public final class Round implements AutoCloseable {

    private static final Duration LONGEST_TAKE_OVER = Duration.ofSeconds(60);

    private final Stage stage;
    private final int strikesBefore;
    private final EvidenceCollector witness;
    private final List<Clinic> clinics;
    private final DueSet due;
    private final Load load;

    /** Of these clinics, which the caller opened; who stands there twice is booked at twice. */
    public Round(Stage stage, String tag, List<Clinic> clinics, long seed) {
        this.stage = stage;
        this.clinics = clinics.stream().distinct().toList();
        strikesBefore = stage.strikes();
        witness = new EvidenceCollector(stage.clinni(), stage.simulators());
        due = new DueSet(stage.data().resolve("due").resolve(tag + ".jsonl"));
        stage.follow(due);
        load = new Load(stage.clinni(), clinics, stage.roster(), due, stage.clock().clock(), seed);
    }

    /** Of one clinic of every policy. */
    public static Round ofAllPolicies(Stage stage, String tag, long seed) {
        var clinics = Clinic.openAll(stage.clinni(), tag, stage.clock().now());
        return new Round(stage, tag, clinics, seed);
    }

    public Load load() {
        return load;
    }

    public List<Clinic> clinics() {
        return clinics;
    }

    public DueSet due() {
        return due;
    }

    /** What patients saw since the begin. */
    public List<SeenMessage> seen() {
        return witness.seen();
    }

    /** How many reminders met this cause, by the system's own word. */
    public long met(String cause) {
        return witness.shown(clinics).values().stream().filter(s -> s.met(cause)).count();
    }

    /** The number of reminders that ever were in doubt, by the system's own word. */
    public long inDoubt() {
        return witness.shown(clinics).values().stream()
                .filter(TimelineReminder::wasInDoubt)
                .count();
    }

    /** The credit of the clinics that have bought any. */
    public Collection<CreditAccount> accounts() {
        return witness.accounts(clinics).values();
    }

    /** Stops the load, heals the stage, lets everything come to its end, and judges. */
    public Observation judge(Duration patience) throws InterruptedException {
        return judge(patience, allowance());
    }

    /** With more, or less, excused than the faults since the begin would. */
    public Observation judge(Duration patience, Tolerance allowance) throws InterruptedException {
        load.stop();
        stage.heal();
        var begun = System.nanoTime();
        new Drain(stage.clinni(), clinics).within(patience);
        var drained = Duration.ofNanos(System.nanoTime() - begun);
        return observation(witness.evidence(clinics, due, stage.logs(), allowance), drained);
    }

    /** Something was wrong from this moment until now, with so many sends under way. */
    public void disturbed(String what, Instant since, int inFlight) {
        stage.struck(new InjectedFault(what, since, stage.clock().now(), inFlight, null));
    }

    /** What the faults done since the begin excuse. */
    public Tolerance allowance() {
        var struck = struck();
        return Tolerance.none()
                .inFlight(struck.stream().mapToInt(InjectedFault::inFlight).sum())
                .disturbances(struck.stream().map(InjectedFault::disturbance).toList());
    }

    List<InjectedFault> struck() {
        return stage.struckSince(strikesBefore);
    }

    private Observation observation(Evidence evidence, Duration drained) {
        var complaints = new ArrayList<String>();
        var figures = new TreeMap<String, Number>();
        var deaths =
                struck().stream()
                        .filter(struck -> struck.died() != null)
                        .map(struck -> new Death(struck.died(), struck.at()))
                        .toList();
        var stops =
                struck().stream()
                        .filter(struck -> struck.stopped() != null)
                        .map(struck -> new Death(struck.stopped(), struck.at()))
                        .toList();
        var takeOvers = TakeoverTimes.after(deaths, stops, evidence.shown().values());
        var longest = takeOvers.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        figures.put("faults", struck().size());
        figures.put("deaths", deaths.size());
        figures.put("taken over", takeOvers.size());
        figures.put("longest take-over, ms", longest.toMillis());
        figures.put("drained in, s", drained.toSeconds());
        if (longest.compareTo(LONGEST_TAKE_OVER) > 0) {
            complaints.add("work of a dead process lay for " + longest);
        }
        struck().stream()
                .map(InjectedFault::what)
                .filter(what -> what.startsWith("NOT REACHED"))
                .forEach(complaints::add);
        return new Observation(Checker.judge(evidence), figures, complaints);
    }

    @Override
    public void close() {
        load.close();
        due.close();
    }
}
