package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Judges a run by its evidence. */
public final class Checker {

    private Checker() {}

    public static CheckResult judge(Evidence evidence) {
        var seen = new Attribution(evidence);
        var lost = new LostRule(evidence, seen);
        var doubled = new DoubledRule(evidence, seen);
        var late = new LateRule(evidence, seen);
        var unwanted = new UnwantedRule(seen);
        var overspent = new OverspentRule(evidence);
        var violations = new ArrayList<Violation>();
        for (RecordedReminder due : evidence.due()) {
            lost.look(due).ifPresent(violations::add);
            doubled.look(due).ifPresent(violations::add);
            late.look(due).forEach(violations::add);
            unwanted.look(due).forEach(violations::add);
        }
        evidence.clinics().forEach(clinic -> violations.addAll(overspent.look(clinic)));
        violations.addAll(seen.strays());
        violations.addAll(unasked(evidence));
        evidence.leaks()
                .forEach(
                        leak -> violations.add(new Violation(ViolationKind.LEAKED, "a log", leak)));
        var counts = VerdictCounts.of(evidence);
        flagged(evidence, counts).forEach(violations::add);
        return new CheckResult(List.copyOf(violations), counts);
    }

    /** Reminders the system knows of these clinics that nobody was told of. */
    private static List<Violation> unasked(Evidence evidence) {
        var known = evidence.due().stream().map(RecordedReminder::reminderId).toList();
        var unasked = new ArrayList<>(evidence.shown().keySet());
        unasked.removeAll(new HashSet<>(known));
        return unasked.stream()
                .map(
                        id ->
                                new Violation(
                                        ViolationKind.UNEXPECTED,
                                        id,
                                        "the harness did not book it"))
                .toList();
    }

    private static Stream<Violation> flagged(Evidence evidence, VerdictCounts counts) {
        var allowed = evidence.allowance().flagged();
        var mostOfAll = evidence.allowance().largestShare() * counts.due();
        return counts.flagged() <= allowed && counts.flagged() <= mostOfAll
                ? Stream.empty()
                : Stream.of(
                        new Violation(
                                ViolationKind.FLAGGED,
                                "all",
                                "%d of %d flagged; %d sends were in flight at the faults, and the share allowed is %.0f"
                                        .formatted(
                                                counts.flagged(),
                                                counts.due(),
                                                allowed,
                                                mostOfAll)));
    }
}
