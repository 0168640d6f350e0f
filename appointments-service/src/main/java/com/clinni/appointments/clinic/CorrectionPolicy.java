package com.clinni.appointments.clinic;

/** The changes that a clinic wants told to patients who were told something else before. */
public enum CorrectionPolicy {
    ALL,
    MOVED,
    CANCELLED,
    NONE;

    public boolean tellsOfMoves() {
        return this == ALL || this == MOVED;
    }

    public boolean tellsOfCancellations() {
        return this == ALL || this == CANCELLED;
    }
}
