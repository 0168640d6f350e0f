package com.clinni.whatsapp.intake;

import com.clinni.events.MessageReady;
import com.clinni.events.QuietHours.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The times at which a message may not leave, as {@code QuietHours} tells them. They are stored
 * with the message, so that a statement about thousands of them needs no calendar, and no second
 * opinion about the two nights in which the clocks change.
 */
final class QuietTimes {

    /** No message waits longer for its line; what would, finds quiet times only from then on. */
    static final Duration TOLD_AHEAD = Duration.ofDays(60);

    private QuietTimes() {}

    /** From now to its send-before, as PostgreSQL writes a {@code tstzmultirange}. */
    static String of(MessageReady message, Instant now) {
        var clinic = message.clinic();
        if (clinic.quietHours() == null) {
            return "{}";
        }
        var toldUntil = now.plus(TOLD_AHEAD);
        var times =
                clinic.quietHours()
                        .touching(now, min(message.sendBefore(), toldUntil), clinic.zone());
        var untold =
                message.sendBefore().isAfter(toldUntil)
                        ? Stream.of(new Interval(toldUntil, message.sendBefore()))
                        : Stream.<Interval>empty();
        return Stream.concat(times.stream(), untold)
                .map(time -> "[" + time.from() + "," + time.to() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
