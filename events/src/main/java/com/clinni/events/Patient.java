package com.clinni.events;

import java.util.List;

/**
 * The person to be reminded, as the clinic wrote them down: phone and e-mail are unchecked.
 *
 * @param language two letters, or null for the clinic's
 * @param optedOut channels this person does not want; never null
 */
public record Patient(
        String patientId,
        String firstName,
        String phone,
        String email,
        String language,
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
