package com.clinni.faultharness.check;

import com.clinni.faultharness.load.Due;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Judges a run by its evidence. */
public final class Checker {

    private Checker() {}

    public static Verdict judge(Evidence evidence) {
        var seen = new Attribution(evidence);
        var lost = new LostRule(evidence, seen);
        var doubled = new DoubledRule(evidence, seen);
        var late = new LateRule(evidence, seen);
        var unwanted = new UnwantedRule(seen);
        var overspent = new OverspentRule(evidence);
        var findings = new ArrayList<Finding>();
        for (Due due : evidence.due()) {
            lost.look(due).ifPresent(findings::add);
            doubled.look(due).ifPresent(findings::add);
            late.look(due).forEach(findings::add);
            unwanted.look(due).forEach(findings::add);
        }
        evidence.clinics().forEach(clinic -> findings.addAll(overspent.look(clinic)));
        findings.addAll(seen.strays());
        findings.addAll(unasked(evidence));
        evidence.leaks().forEach(leak -> findings.add(new Finding(Kind.LEAKED, "a log", leak)));
        var counts = Counts.of(evidence);
        flagged(evidence, counts).forEach(findings::add);
        return new Verdict(List.copyOf(findings), counts);
    }

    /** Reminders the system knows of these clinics that nobody was told of. */
    private static List<Finding> unasked(Evidence evidence) {
        var known = evidence.due().stream().map(Due::reminderId).toList();
        var unasked = new ArrayList<>(evidence.shown().keySet());
        unasked.removeAll(new HashSet<>(known));
        return unasked.stream()
                .map(id -> new Finding(Kind.UNEXPECTED, id, "the harness did not book it"))
                .toList();
    }

    private static Stream<Finding> flagged(Evidence evidence, Counts counts) {
        var allowed = evidence.allowance().flagged();
        var mostOfAll = evidence.allowance().largestShare() * counts.due();
        return counts.flagged() <= allowed && counts.flagged() <= mostOfAll
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                Kind.FLAGGED,
                                "all",
                                "%d of %d flagged; %d sends were in flight at the faults, and the share allowed is %.0f"
                                        .formatted(
                                                counts.flagged(),
                                                counts.due(),
                                                allowed,
                                                mostOfAll)));
    }
}
