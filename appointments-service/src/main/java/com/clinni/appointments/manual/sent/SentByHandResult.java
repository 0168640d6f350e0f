package com.clinni.appointments.manual.sent;

import com.clinni.appointments.manual.PageMessages;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of saying "I sent it", and the sentence of the page about it. */
@Schema(name = "Heard")
public enum SentByHandResult {
    /** A reminder was closed; its state stands beside the visit. */
    CLOSED,
    /** Somebody said so already, and no link was opened since. */
    SENT_ALREADY,
    /** It is kept, but the visit had no reminder that could still be closed. */
    NOTHING_OPEN,
    /** It speaks of an hour that is no longer the visit's, or of a visit that will not be. */
    CHANGED_SINCE,
    /** "I did not send it." */
    NOT_SENT;

    /** A sentence, unless the page shows it by itself. */
    public @Nullable String text(PageMessages messages) {
        return switch (this) {
            case CLOSED, NOT_SENT -> null;
            case SENT_ALREADY -> messages.saidSentAlready();
            case NOTHING_OPEN -> messages.saidNothingOpen();
            case CHANGED_SINCE -> messages.saidChangedSince();
        };
    }

    /** The sentence for a code out of an address, if it is one. */
    public static @Nullable String text(@Nullable String code, PageMessages messages) {
        return Arrays.stream(values())
                .filter(heard -> heard.name().equals(code))
                .findFirst()
                .map(heard -> heard.text(messages))
                .orElse(null);
    }
}
