package com.clinni.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The end of an erasure in one service: names, addresses, texts and records of the patient stand in
 * none of its tables.
 *
 * @param service which one, e.g. {@code whatsapp-dispatcher}
 */
public record PatientErasureReported(UUID erasureId, String clinicId, String service, Instant at)
        implements Event {

    @Override
    public String topic() {
        return Topics.PATIENT_ERASURE_REPORTED;
    }

    @Override
    public String key() {
        return clinicId;
    }

    @Override
    public String id(int generation) {
        return erasureId + ":" + service;
    }
}
