package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.appointment.ChangeOutcome;

/** The result of one line: each has exactly one. */
public enum LineResult {
    BOOKED,
    MOVED,
    /** Other details, the same start. */
    CHANGED,
    CANCELLED,
    UNCHANGED,
    /** Rightly not booked: it is off and nobody knew it, or it has begun. */
    SKIPPED,
    /** A fault says why. */
    REJECTED;

    static LineResult of(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Booked ignored -> BOOKED;
            case ChangeOutcome.Moved ignored -> MOVED;
            case ChangeOutcome.Refreshed ignored -> CHANGED;
            case ChangeOutcome.Cancelled ignored -> CANCELLED;
            case ChangeOutcome.Unchanged ignored -> UNCHANGED;
            case ChangeOutcome.Stale ignored -> throw notOfAnAgenda(outcome);
            case ChangeOutcome.Refused ignored -> throw notOfAnAgenda(outcome);
        };
    }

    private static IllegalStateException notOfAnAgenda(ChangeOutcome outcome) {
        return new IllegalStateException(
                "no line of an agenda ends as " + outcome.getClass().getSimpleName());
    }
}
