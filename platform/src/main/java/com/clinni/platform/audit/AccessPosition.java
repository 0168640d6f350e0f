package com.clinni.platform.audit;

import com.clinni.platform.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the access log, newest first: all that follows is older. */
record AccessPosition(Instant at, long id) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    static @Nullable AccessPosition read(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw refused();
        }
        try {
            return new AccessPosition(
                    Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                    Long.parseLong(parts.group(2)));
        } catch (DateTimeException | ArithmeticException e) {
            throw refused();
        }
    }

    private static Problem refused() {
        return Problem.of(400, "INVALID", "after", "It is the next of the page before.");
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
