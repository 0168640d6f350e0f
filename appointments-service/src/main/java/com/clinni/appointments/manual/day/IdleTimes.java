package com.clinni.appointments.manual.day;

import java.time.Duration;

/**
 * Times after which a page that nobody uses says so.
 *
 * @param warnedAfter seconds after which it warns that the session is about to end
 * @param endedAfter seconds after which it says that the session has ended
 */
record IdleTimes(long warnedAfter, long endedAfter) {

    private static final Duration WARNING = Duration.ofMinutes(2);

    /** The times of sessions that end when nobody used them for so long. */
    static IdleTimes of(Duration idle) {
        return new IdleTimes(
                Math.max(0, idle.minus(WARNING).toSeconds()), Math.max(0, idle.toSeconds()));
    }
}
