package com.clinni.appointments.correction;

import com.clinni.appointments.clinic.CorrectionPolicy;
import java.time.Instant;

/**
 * A visit as it stands, some time after it was moved or cancelled.
 *
 * @param version the one whose reminders count
 * @param startsAt of a cancelled visit: when it would have begun
 */
record ChangedVisit(
        String appointmentId,
        String clinicId,
        long version,
        boolean cancelled,
        Instant startsAt,
        Instant changedAt,
        CorrectionPolicy policy) {

    boolean isWorthTelling() {
        return cancelled ? policy.tellsOfCancellations() : policy.tellsOfMoves();
    }
}
