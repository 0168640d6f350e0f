package com.clinni.events.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An e-mail address that passed {@link EmailCheck}. Prints masked. */
public record EmailAddress(@JsonValue String address) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {
        if (!EmailCheck.isAddress(address)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /**
     * The mailbox that it names, by which a person is known again. The case of a name may count by
     * RFC 5321, and does at no provider that patients use.
     */
    public String mailbox() {
        return address.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "…@…";
    }
}
