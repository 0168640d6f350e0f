package com.clinni.faultharness.load;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that the system acknowledged to be due, as the harness keeps it.
 *
 * @param withdrawnAt when the system acknowledged that it must not be sent any more
 */
public record RecordedReminder(
        String reminderId,
        String appointmentId,
        Clinic clinic,
        Patient patient,
        Instant startsAt,
        Instant sendBefore,
        @Nullable Instant withdrawnAt) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Clinic.ZONE);

    public RecordedReminder withdrawn(Instant at) {
        return new RecordedReminder(
                reminderId, appointmentId, clinic, patient, startsAt, sendBefore, at);
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether these are this reminder's words: its clinic and the hour of its visit. */
    public boolean isTheSubjectOf(String text) {
        return text.contains(clinic.name()) && text.contains(TIME.format(startsAt));
    }

    public boolean isAddressedBy(String to) {
        return to.equals(patient.phone()) || to.equals(patient.email());
    }
}
