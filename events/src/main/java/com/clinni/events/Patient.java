package com.clinni.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person to be reminded, as the clinic wrote them down: phone and e-mail are unchecked.
 *
 * @param language two letters; without it, the clinic's
 * @param optedOut channels this person does not want; empty when the event has none
 */
public record Patient(
        String patientId,
        @Nullable String firstName,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String language,
        List<Channel> optedOut) {

    public Patient {
        optedOut = optedOut == null ? List.of() : List.copyOf(optedOut);
    }

    /** Names the person by id only, so that no log line can leak more. */
    @Override
    public String toString() {
        return "Patient[" + patientId + "]";
    }
}
