package com.clinni.whatsapp.doubt;

import java.time.Duration;
import java.time.Instant;

/**
 * The time limits of a doubt: until when something may still be found out about it.
 *
 * @param absenceAfter how long after it began "it is not there" is believed: a slow send may still
 *     surface
 * @param closesAfter when it ends by rule
 */
record DoubtRule(Duration absenceAfter, Duration closesAfter) {

    boolean believesAbsence(Doubt doubt, Instant now) {
        return !doubt.since().plus(absenceAfter).isAfter(now);
    }

    boolean isOver(Doubt doubt, Instant now) {
        return !doubt.since().plus(closesAfter).isAfter(now);
    }
}
