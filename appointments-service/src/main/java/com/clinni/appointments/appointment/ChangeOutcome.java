package com.clinni.appointments.appointment;

/** The result of a change of a visit. */
public sealed interface ChangeOutcome {

    /** New, or on again after a cancellation: its reminders must be planned. */
    record Booked(Appointment now) implements ChangeOutcome {}

    /** Another start: what was planned is withdrawn, and planned for the new one. */
    record Moved(Appointment now) implements ChangeOutcome {}

    /** Off: what was planned is withdrawn. */
    record Cancelled(Appointment now) implements ChangeOutcome {}

    /** The same start, other details. */
    record Refreshed(Appointment now) implements ChangeOutcome {}

    /** Already so. */
    record Unchanged(Appointment now) implements ChangeOutcome {}

    /** Overtaken by a newer version. */
    record Stale() implements ChangeOutcome {}

    /** Cannot be done. */
    record Refused(Why why) implements ChangeOutcome {}

    /** Why a change cannot be done. */
    enum Why {
        UNKNOWN_APPOINTMENT,
        UNKNOWN_CLINIC,
        /** It will not take place: it cannot be moved, only booked again. */
        CANCELLED,
        /** The id stands for another visit. */
        CONFLICT,
        /** Moved, but nobody knows whose visit it is. */
        PATIENT_MISSING
    }
}
