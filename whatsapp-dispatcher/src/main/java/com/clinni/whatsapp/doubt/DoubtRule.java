package com.clinni.whatsapp.doubt;

import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a doubt ends when nobody can find out.
 *
 * @param absenceAfter how long after it began "it is not there" is believed: a slow send may still
 *     surface
 * @param closesAfter when it ends by rule
 * @param fallbackNeeds how much time must be left for the fallback to be worth a second message
 */
record DoubtRule(Duration absenceAfter, Duration closesAfter, Duration fallbackNeeds) {

    boolean believesAbsence(Doubt doubt, Instant now) {
        return !doubt.since().plus(absenceAfter).isAfter(now);
    }

    /** DEAD for the fallback, DOUBT_CLOSED for good, or empty while there is time to find out. */
    Optional<DeliveryState> end(Doubt doubt, Instant now) {
        if (doubt.since().plus(closesAfter).isAfter(now)) {
            return Optional.empty();
        }
        var inTime = !now.plus(fallbackNeeds).isAfter(doubt.sendBefore());
        var fallsBack = inTime && doubt.fallback() != Fallback.NONE && !doubt.withdrawn();
        return Optional.of(fallsBack ? DeliveryState.DEAD : DeliveryState.DOUBT_CLOSED);
    }
}
