package com.clinni.appointments.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An interval in which WhatsApp could not send, and which the clinic met.
 *
 * @param endedAt absent while it lasts
 * @param cause why it began
 * @param minutes how long it lasted in all, up to now where it still lasts; begun minutes count
 */
@Schema(name = "ReportOutage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MetOutage(Instant beganAt, Instant endedAt, String cause, long minutes) {

    static MetOutage of(Instant beganAt, Instant endedAt, String cause, Instant now) {
        var end = endedAt == null ? now : endedAt;
        return new MetOutage(beganAt, endedAt, cause, minutes(Duration.between(beganAt, end)));
    }

    /** How long there was any of them between two instants: two lines that are down count once. */
    static long minutes(List<MetOutage> outages, Instant from, Instant to, Instant now) {
        var sum = Duration.ZERO;
        var counted = from;
        for (var outage :
                outages.stream().sorted(Comparator.comparing(MetOutage::beganAt)).toList()) {
            var begin = later(outage.beganAt(), counted);
            var end = earlier(outage.endedAt() == null ? now : outage.endedAt(), to);
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
                counted = end;
            }
        }
        return minutes(sum);
    }

    private static long minutes(Duration lasted) {
        return Math.max(0, lasted.plusMinutes(1).minusNanos(1).toMinutes());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
