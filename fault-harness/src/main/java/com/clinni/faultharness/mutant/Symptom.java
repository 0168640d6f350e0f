package com.clinni.faultharness.mutant;

import com.clinni.faultharness.check.CheckResult;
import com.clinni.faultharness.check.ViolationKind;

/**
 * The symptom of a defect: a violation that the checker finds, or a service that refuses to start.
 */
enum Symptom {
    LOST(ViolationKind.LOST),
    DOUBLED(ViolationKind.DOUBLED),
    LATE(ViolationKind.LATE),
    OVERSPENT(ViolationKind.OVERSPENT),
    START_CHECK(null);

    private final ViolationKind kind;

    Symptom(ViolationKind kind) {
        this.kind = kind;
    }

    /** Findings of another kind do not count: they may be about something else. */
    boolean isIn(CheckResult verdict) {
        return kind != null && !verdict.of(kind).isEmpty();
    }
}
