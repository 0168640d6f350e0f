package com.clinni.events;

import com.clinni.events.contact.NationalId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request by another service for a message to a patient over the clinic's channels. The same
 * {@code messageId} of a clinic is the same message however often it is requested. The transitions
 * of the message are reported on delivery-reported under {@link #reminderId()}, with the message's
 * id as key.
 *
 * @param messageId the requester's own id, unique within the clinic. It stands in keys and logs, so
 *     it must say nothing of the patient
 * @param kind what it is about, e.g. {@code document-signed}: which texts are used
 * @param patient whom it is for; phone and e-mail are unchecked
 * @param occurredAt what the texts' date and time say, in the clinic's zone; none where its kind
 *     names none
 * @param variables what else its kind wants to know, by name: single lines of plain text
 * @param requestedAt when it was asked for
 * @param sendBefore from this instant on the message is worthless
 */
public record MessageRequested(
        String messageId,
        String kind,
        String clinicId,
        Patient patient,
        @Nullable Instant occurredAt,
        Map<String, String> variables,
        Instant requestedAt,
        Instant sendBefore)
        implements Event {

    private static final UUID MESSAGES = UUID.fromString("0b9df8a5-6a33-4f0e-8f0c-2f7d2f0f9a41");

    public MessageRequested {
        // by name, so that the same variables are the same bytes
        variables =
                variables == null
                        ? Map.of()
                        : Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    /** The id under which this message travels and is reported on: a UUIDv5 of clinic and id. */
    @JsonIgnore
    public UUID reminderId() {
        return reminderId(clinicId, messageId);
    }

    /** The same, for whoever knows only the two ids. */
    public static UUID reminderId(String clinicId, String messageId) {
        return NameBasedUuid.of(MESSAGES, clinicId + "/" + messageId);
    }

    @Override
    public String topic() {
        return Topics.MESSAGE_REQUESTED;
    }

    @Override
    public String key() {
        return messageId;
    }

    @Override
    public String id(int generation) {
        return generation == 1
                ? reminderId() + ":requested"
                : reminderId() + ":requested:" + generation;
    }

    @Override
    public Optional<String> contradiction() {
        if (NationalId.is(patient.patientId())) {
            return Optional.of("patient.patientId");
        }
        return requestedAt.isBefore(sendBefore) ? Optional.empty() : Optional.of("sendBefore");
    }

    /** Names it by ids only, so that no log line can leak more. */
    @Override
    public String toString() {
        return "MessageRequested[" + messageId + "]";
    }
}
