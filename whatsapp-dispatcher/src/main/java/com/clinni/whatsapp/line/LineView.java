package com.clinni.whatsapp.line;

import com.clinni.whatsapp.line.health.LineState;
import java.time.Instant;

/**
 * A line as support sees it.
 *
 * @param cause why it is not able; null when it is, or only paused
 * @param sentToday accepted by the gateway since midnight UTC
 * @param limitPerDay null: none at this stage
 * @param confirmRatio what part of the last 20 accepted messages WhatsApp confirmed; null when none
 *     were sent
 * @param unconfirmed messages that the gateway may have taken since the newest confirmed one
 * @param unconfirmedAtMost how many of these hold up the others
 * @param waiting messages that wait for this line and are due
 */
record LineView(
        String line,
        LineState state,
        Instant since,
        String cause,
        String pauseReason,
        Boolean pauseWaits,
        Instant outageSince,
        int sentToday,
        Integer limitPerDay,
        Double confirmRatio,
        int unconfirmed,
        Integer unconfirmedAtMost,
        long waiting,
        Instant nextSendAt) {}
