package com.clinni.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The order to erase a patient of a clinic: whatever was published before {@code erasedAt} about
 * this patient is worth nothing any more, however late it comes. A patient who books again later is
 * a new one.
 *
 * @param erasedAt by the clock of appointments-service, which dates its own events by it too
 * @param phones keyed digests of the numbers that were known of the patient
 * @param emails keyed digests of the addresses
 */
public record PatientErased(
        UUID erasureId,
        String clinicId,
        String patientId,
        Instant erasedAt,
        List<UUID> phones,
        List<UUID> emails)
        implements Event {

    public PatientErased {
        phones = phones == null ? List.of() : List.copyOf(phones);
        emails = emails == null ? List.of() : List.copyOf(emails);
    }

    @Override
    public String topic() {
        return Topics.PATIENT_ERASED;
    }

    @Override
    public String key() {
        return clinicId;
    }

    @Override
    public String id(int generation) {
        return erasureId.toString();
    }
}
