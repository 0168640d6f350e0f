package com.clinni.fallback.problem;

import com.clinni.platform.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A moment as a filter names it: a date and a time with an offset. */
public final class PointInTime {

    private static final int EARLIEST = 1970;
    private static final int LATEST = 9999;

    private PointInTime() {}

    /** Refuses what is none, and what no database stores. */
    public static Instant of(String field, String written) {
        try {
            var at = OffsetDateTime.parse(written);
            if (at.getYear() >= EARLIEST && at.getYear() <= LATEST) {
                return at.toInstant();
            }
        } catch (DateTimeException e) {
            // it is told below
        }
        throw Problem.of(
                400, "INVALID", field, "A moment is written like 2030-03-05T10:00:00+01:00.");
    }
}
