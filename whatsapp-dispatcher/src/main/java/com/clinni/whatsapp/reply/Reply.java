package com.clinni.whatsapp.reply;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A reply to somebody who wrote to a line, once a day for each kind. Prints no words.
 *
 * @param chat where it goes unless the number's own check named another
 * @param day the day it counts for, in the clinic's zone
 * @param sendBefore from then on it is no answer any more
 */
public record Reply(
        String line,
        PhoneNumber phone,
        ChatId chat,
        Kind kind,
        LocalDate day,
        String text,
        Instant sendBefore) {

    /** What an answer is about. */
    public enum Kind {
        /** Nobody reads here: ask your clinic. */
        AUTOMATIC,
        /** You will not hear from us any more. */
        OPT_OUT_CONFIRMED
    }

    /** What there is one of each day. */
    public record Key(String line, String phone, Kind kind) {}

    /** This one's. */
    public Key key() {
        return new Key(line, phone.e164(), kind);
    }

    @Override
    public String toString() {
        return "Reply[" + line + " " + kind + "]";
    }
}
