package com.clinni.appointments.forecast;

import java.util.function.Supplier;

/**
 * The share of the reminders given to WhatsApp that ended on another channel.
 *
 * @param known of how many it is known where they ended
 */
record FallbackShare(long known, long fellBack) {

    static final int ENOUGH = 20;

    /** This one, or another's where too little is known here. */
    FallbackShare or(Supplier<FallbackShare> other) {
        return known < ENOUGH ? other.get() : this;
    }

    /** How many of so many will do the same, rounded up; none where nothing is known. */
    int of(int reminders) {
        return known == 0 ? 0 : Math.toIntExact(Math.ceilDiv(reminders * fellBack, known));
    }
}
