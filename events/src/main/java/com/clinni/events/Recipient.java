package com.clinni.events;

import com.clinni.events.contact.EmailAddress;
import com.clinni.events.contact.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recipient of a rendered message: addresses are checked and normalised.
 *
 * @param phone a mobile number, if there is one
 * @param noPhoneBecause why there is no {@code phone}
 * @param email an address, if there is one
 * @param noEmailBecause why there is no {@code email}
 * @param language the language the content is written in
 */
public record Recipient(
        String patientId,
        @Nullable PhoneNumber phone,
        @Nullable Cause noPhoneBecause,
        @Nullable EmailAddress email,
        @Nullable Cause noEmailBecause,
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
