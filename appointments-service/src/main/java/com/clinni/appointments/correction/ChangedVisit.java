package com.clinni.appointments.correction;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.clinic.CorrectionPolicy;
import com.clinni.events.QuietHours;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it stands, some time after it was moved or cancelled.
 *
 * @param version the one whose reminders count
 * @param startsAt of a cancelled visit: when it would have begun
 * @param hasEmail whether there is an address that the patient has not opted out of
 * @param quietHours when nothing can reach the patient: not by e-mail, which may come at any time
 */
record ChangedVisit(
        String appointmentId,
        String clinicId,
        long version,
        boolean cancelled,
        Instant startsAt,
        Instant changedAt,
        CorrectionPolicy policy,
        boolean hasEmail,
        @Nullable QuietHours quietHours,
        ZoneId zone) {

    VisitId id() {
        return new VisitId(clinicId, appointmentId);
    }

    /** Whether what is to leave now can do so before it is worthless. */
    boolean hearsBefore(Instant sendBefore, Instant now) {
        return quietHours == null
                || quietHours.endAfter(now, zone).map(end -> end.isBefore(sendBefore)).orElse(true);
    }

    boolean isWorthTelling() {
        return cancelled ? policy.tellsOfCancellations() : policy.tellsOfMoves();
    }
}
