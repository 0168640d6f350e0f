package com.clinni.fallback.message;

import java.util.UUID;

/** The subject of a record, as far as it could be read: each of the ids may be null. */
public record RecordSubject(
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
