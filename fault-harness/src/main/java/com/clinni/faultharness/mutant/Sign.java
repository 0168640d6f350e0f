package com.clinni.faultharness.mutant;

import com.clinni.faultharness.check.Kind;
import com.clinni.faultharness.check.Verdict;

/** By what a defect shows: a finding of the checker, or a service that refuses to start. */
enum Sign {
    LOST(Kind.LOST),
    DOUBLED(Kind.DOUBLED),
    LATE(Kind.LATE),
    OVERSPENT(Kind.OVERSPENT),
    START_CHECK(null);

    private final Kind kind;

    Sign(Kind kind) {
        this.kind = kind;
    }

    /** Findings of another kind do not count: they may be about something else. */
    boolean isIn(Verdict verdict) {
        return kind != null && !verdict.of(kind).isEmpty();
    }
}
