package com.clinni.faultharness.mutant;

import com.clinni.faultharness.check.CheckResult;
import com.clinni.faultharness.check.ViolationKind;
import java.util.List;

/**
 * The symptom of a defect: a violation that the checker finds, or a service that refuses to start.
 */
enum Symptom {
    LOST(ViolationKind.LOST),
    DOUBLED(ViolationKind.DOUBLED),
    LATE(ViolationKind.LATE),
    OVERSPENT(ViolationKind.OVERSPENT),
    START_CHECK;

    private final List<ViolationKind> kinds;

    Symptom(ViolationKind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** Findings of another kind do not count: they may be about something else. */
    boolean isIn(CheckResult verdict) {
        return kinds.stream().anyMatch(kind -> !verdict.of(kind).isEmpty());
    }
}
