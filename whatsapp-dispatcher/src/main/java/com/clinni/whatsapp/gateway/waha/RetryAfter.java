package com.clinni.whatsapp.gateway.waha;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Retry-After header: seconds or a date, believed within reason. */
final class RetryAfter {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Pattern SECONDS = Pattern.compile("[+-]?\\d{1,18}");

    private RetryAfter() {}

    /** How long to wait, between 1 s and 15 min; empty when it says nothing readable. */
    static Optional<Duration> read(String written, Instant now) {
        var text = written.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(clamp(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            var at = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return Optional.of(clamp(Duration.between(now, at)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration clamp(Duration wanted) {
        if (wanted.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
