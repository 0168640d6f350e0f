package com.clinni.faultharness.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result of checking a run. It is good when there is no violation. */
public record CheckResult(List<Violation> violations, VerdictCounts counts) {

    public boolean isGood() {
        return violations.isEmpty();
    }

    public List<Violation> of(ViolationKind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).toList();
    }

    /** The number of violations of every kind, in one line. */
    public String inShort() {
        return Arrays.stream(ViolationKind.values())
                .map(kind -> of(kind).size() + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
