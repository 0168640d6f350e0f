package com.clinni.appointments.reminder;

/** The origin of a planned reminder: the first thing its history says. */
public enum PlannedBy {
    API,
    AGENDA,
    EVENT,
    CLINIC_RULES,
    /** The visit changed after its patient was told of it. */
    CORRECTION
}
