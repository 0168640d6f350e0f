package com.clinni.fallback.deadletter;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.fallback.problem.PageNumber;
import com.clinni.fallback.problem.PointInTime;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A filter for dead letters, read from the query of a request. Reading refuses an unknown or
 * invalid value.
 */
class DeadLetterFilter {

    private static final String ALL = "ALL";

    @QueryParam("cause")
    @Nullable String cause;

    @QueryParam("clinic")
    @Nullable String clinic;

    @QueryParam("appointment")
    @Nullable String appointment;

    @QueryParam("topic")
    @Nullable String topic;

    @QueryParam("state")
    @Nullable String state;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    @QueryParam("inTime")
    @Nullable String inTime;

    @QueryParam("page")
    @Nullable String page;

    /** Letters that stand undelivered, unless other states or all of them are asked for. */
    @Nullable DeliveryState state() {
        if (state == null || state.isEmpty()) {
            return DeliveryState.NEEDS_ATTENTION;
        }
        return state.equals(ALL) ? null : read("state", state, DeliveryState::valueOf);
    }

    @Nullable Cause cause() {
        return read("cause", cause, Cause::valueOf);
    }

    @Nullable String clinic() {
        return read("clinic", clinic, DeadLetterFilter::plain);
    }

    @Nullable String appointment() {
        return read("appointment", appointment, DeadLetterFilter::plain);
    }

    @Nullable String topic() {
        return read("topic", topic, DeadLetterFilter::known);
    }

    @Nullable Instant from() {
        return read("from", from, written -> PointInTime.of("from", written));
    }

    @Nullable Instant to() {
        return read("to", to, written -> PointInTime.of("to", written));
    }

    @Nullable Boolean inTime() {
        return read("inTime", inTime, DeadLetterFilter::truth);
    }

    PageNumber page() {
        return PageNumber.of(page);
    }

    private static <T> @Nullable T read(
            String name, @Nullable String written, Function<String, T> reader) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(written);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "INVALID", name, "This filter has a value it cannot have.");
        }
    }

    private static String plain(String written) {
        if (written.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control character");
        }
        return written;
    }

    private static String known(String written) {
        if (!Topics.EVENTS.contains(written)) {
            throw new IllegalArgumentException("no topic");
        }
        return written;
    }

    private static Boolean truth(String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
