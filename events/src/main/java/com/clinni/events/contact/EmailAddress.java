package com.clinni.events.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An e-mail address that passed {@link EmailCheck}. Prints masked. */
public record EmailAddress(@JsonValue String address) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {
        if (!EmailCheck.isAddress(address)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    @Override
    public String toString() {
        return "…@…";
    }
}
