package com.clinni.appointments.appointment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The start of a visit as somebody wrote it. */
public sealed interface VisitStart {

    /** How long ago a visit may have begun and still be booked. */
    Duration GRACE = Duration.ofHours(1);

    /** How far ahead a visit may be. */
    int MOST_YEARS = 5;

    Pattern WRITTEN =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?"
                            + "(?<offset>Z|[+-]\\d{2}:\\d{2})?");

    /**
     * An instant.
     *
     * @param inGap whether the local time does not exist, because the clocks go forward: it was
     *     shifted by as much
     */
    record At(Instant instant, boolean inGap) implements VisitStart {

        public boolean isTooFarAhead(Instant now) {
            return instant.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant());
        }

        public boolean isPast(Instant now) {
            return instant.isBefore(now.minus(GRACE));
        }
    }

    /** No date-time, or one that no calendar has. */
    record Unreadable() implements VisitStart {}

    /** Local, and nobody said where. */
    record WithoutZone() implements VisitStart {}

    /**
     * Reads a date-time with an offset, or a local one in {@code zone}. Of a local time that comes
     * twice, the first is meant.
     *
     * @param zone to assume, if there is one
     */
    static VisitStart read(String written, @Nullable ZoneId zone) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return new Unreadable();
        }
        try {
            if (matcher.group("offset") != null) {
                return new At(OffsetDateTime.parse(written).toInstant(), false);
            }
            var local = LocalDateTime.parse(written);
            return zone == null ? new WithoutZone() : at(local, zone);
        } catch (DateTimeException e) {
            return new Unreadable();
        }
    }

    static At at(LocalDateTime local, ZoneId zone) {
        var isInGap = zone.getRules().getValidOffsets(local).isEmpty();
        return new At(local.atZone(zone).toInstant(), isInGap);
    }
}
