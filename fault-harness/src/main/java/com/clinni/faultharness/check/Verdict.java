package com.clinni.faultharness.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the checker found; nothing is the only good answer. */
public record Verdict(List<Finding> findings, Counts counts) {

    public boolean isGood() {
        return findings.isEmpty();
    }

    public List<Finding> of(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** The number of findings of every kind, in one line. */
    public String inShort() {
        return Arrays.stream(Kind.values())
                .map(kind -> of(kind).size() + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
