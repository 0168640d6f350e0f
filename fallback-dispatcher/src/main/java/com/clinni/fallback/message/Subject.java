package com.clinni.fallback.message;

import java.util.UUID;

/**
 * What a record is about, as far as it tells: each of the ids may be null where it could not be
 * read.
 */
public record Subject(
        UUID reminderId,
        String appointmentId,
        long appointmentVersion,
        String clinicId,
        int generation) {

    /** Whether somebody can be told what becomes of it. */
    public boolean isKnown() {
        return reminderId != null && appointmentId != null && clinicId != null;
    }
}
