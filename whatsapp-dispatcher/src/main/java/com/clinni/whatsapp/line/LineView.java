package com.clinni.whatsapp.line;

import com.clinni.whatsapp.line.health.LineState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as support sees it.
 *
 * @param cause why it is not able, if that is not a pause
 * @param sentToday accepted by the gateway since midnight UTC
 * @param limitPerDay unless none holds at this stage
 * @param confirmRatio what part of the last 20 accepted messages WhatsApp confirmed, if any were
 *     sent
 * @param unconfirmed messages that the gateway may have taken since the newest confirmed one
 * @param unconfirmedAtMost how many of these hold up the others
 * @param waiting messages that wait for this line and are due
 * @param lastWebhooks when the gateway last told us anything
 */
record LineView(
        String line,
        LineState state,
        Instant since,
        @Nullable String cause,
        @Nullable String pauseReason,
        @Nullable Boolean pauseWaits,
        @Nullable Instant outageSince,
        int sentToday,
        @Nullable Integer limitPerDay,
        @Nullable Double confirmRatio,
        int unconfirmed,
        @Nullable Integer unconfirmedAtMost,
        long waiting,
        @Nullable Instant nextSendAt,
        LastWebhooks lastWebhooks) {

    /** When the last webhook of each kind came; null for one that never did. */
    record LastWebhooks(
            @Nullable Instant message,
            @Nullable Instant editedMessage,
            @Nullable Instant anyMessage,
            @Nullable Instant receipt,
            @Nullable Instant session) {}
}
