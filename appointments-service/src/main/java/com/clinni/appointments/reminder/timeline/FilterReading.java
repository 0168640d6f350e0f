package com.clinni.appointments.reminder.timeline;

import com.clinni.appointments.reminder.PublicState;
import com.clinni.appointments.reminder.timeline.Timeline.Filter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The query of a clinic's list, read strictly: a wrong word is no filter. */
sealed interface FilterReading {

    int DEFAULT_SIZE = 100;
    int LARGEST_SIZE = 500;
    int LAST_PAGE = 10_000;
    Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    record Valid(Filter filter) implements FilterReading {}

    record Invalid(String field) implements FilterReading {}

    static FilterReading of(String state, String from, String to, String page, String size) {
        var wanted = Optional.ofNullable(state).flatMap(PublicState::coded);
        if (state != null && wanted.isEmpty()) {
            return new Invalid("state");
        }
        var begin = instant(from, EARLIEST);
        if (begin.isEmpty()) {
            return new Invalid("from");
        }
        var end = instant(to, LATEST);
        if (end.isEmpty()) {
            return new Invalid("to");
        }
        var pageNumber = number(page, 0, 0, LAST_PAGE);
        if (pageNumber.isEmpty()) {
            return new Invalid("page");
        }
        var pageSize = number(size, DEFAULT_SIZE, 1, LARGEST_SIZE);
        if (pageSize.isEmpty()) {
            return new Invalid("size");
        }
        return new Valid(
                new Filter(
                        wanted.orElse(null),
                        begin.get(),
                        end.get(),
                        pageNumber.get(),
                        pageSize.get()));
    }

    private static Optional<Instant> instant(String written, Instant otherwise) {
        if (written == null) {
            return Optional.of(otherwise);
        }
        try {
            var read = OffsetDateTime.parse(written).toInstant();
            return Optional.of(read)
                    .filter(at -> !at.isBefore(EARLIEST))
                    .filter(at -> !at.isAfter(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String written, int otherwise, int min, int max) {
        if (written == null) {
            return Optional.of(otherwise);
        }
        return Optional.of(written)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .filter(number -> number >= min && number <= max);
    }
}
