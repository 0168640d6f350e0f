package com.clinni.appointments.correction;

import com.clinni.appointments.clinic.CorrectionPolicy;
import com.clinni.events.QuietHours;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A visit as it stands, some time after it was moved or cancelled.
 *
 * @param version the one whose reminders count
 * @param startsAt of a cancelled visit: when it would have begun
 * @param quietHours when nothing can reach the patient; null when there are none, or e-mail does
 */
record ChangedVisit(
        String appointmentId,
        String clinicId,
        long version,
        boolean cancelled,
        Instant startsAt,
        Instant changedAt,
        CorrectionPolicy policy,
        QuietHours quietHours,
        ZoneId zone) {

    /** Whether what is to leave now can do so before it is worthless. */
    boolean hearsBefore(Instant sendBefore, Instant now) {
        return quietHours == null
                || quietHours.endAfter(now, zone).map(end -> end.isBefore(sendBefore)).orElse(true);
    }

    boolean isWorthTelling() {
        return cancelled ? policy.tellsOfCancellations() : policy.tellsOfMoves();
    }
}
