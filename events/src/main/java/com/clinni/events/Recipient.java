package com.clinni.events;

import com.clinni.events.contact.EmailAddress;
import com.clinni.events.contact.PhoneNumber;
import java.util.List;

/**
 * Whom a rendered message is for: addresses are checked and normalised.
 *
 * @param phone a mobile number, or null
 * @param noPhoneBecause why {@code phone} is null, else null
 * @param email an address, or null
 * @param noEmailBecause why {@code email} is null, else null
 * @param language the language the content is written in
 */
public record Recipient(
        String patientId,
        PhoneNumber phone,
        Cause noPhoneBecause,
        EmailAddress email,
        Cause noEmailBecause,
        String language,
        List<Channel> optedOut) {

    public Recipient {
        optedOut = optedOut == null ? List.of() : List.copyOf(optedOut);
    }

    /** Whether this person does not want to hear over that channel. */
    public boolean optedOutOf(Channel channel) {
        return optedOut.contains(channel);
    }

    /** Names the person by id only, so that no log line can leak more. */
    @Override
    public String toString() {
        return "Recipient[" + patientId + "]";
    }
}
