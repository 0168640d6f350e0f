package com.clinni.fallback.replay;

import com.clinni.events.Cause;
import com.clinni.events.Topics;
import com.clinni.fallback.problem.ClinicId;
import com.clinni.fallback.problem.PointInTime;
import com.clinni.platform.http.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filter for the dead letters of a replay, as a request writes it: of those that need attention,
 * all that agree with everything it says.
 *
 * @param from the earliest time of death
 * @param to the time of death that is too late
 */
record ReplayFilter(
        @Nullable Cause cause,
        @Nullable String clinic,
        @Nullable String topic,
        @Nullable String from,
        @Nullable String to) {

    /** A filter that can be looked for. */
    record Checked(
            @Nullable Cause cause,
            @Nullable String clinic,
            @Nullable String topic,
            @Nullable Instant from,
            @Nullable Instant to) {

        Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("cause", cause);
            values.put("clinic", clinic);
            values.put("topic", topic);
            values.put("from", from);
            values.put("to", to);
            return values;
        }

        /** For the record of what people did: ids, codes and times only. */
        @Override
        public String toString() {
            return Stream.of("cause", "clinic", "topic", "from", "to")
                    .filter(name -> values().get(name) != null)
                    .map(name -> name + "=" + values().get(name))
                    .collect(Collectors.joining(" "));
        }
    }

    /** Refuses one that says nothing: nobody sends everything again by leaving words out. */
    Checked checked() {
        if (cause == null && clinic == null && topic == null && from == null && to == null) {
            throw Problem.of(
                    422,
                    "MISSING",
                    "filter",
                    "A filter says a cause, a clinic, a topic or a time.");
        }
        if (topic != null && !Topics.EVENTS.contains(topic)) {
            throw Problem.of(422, "INVALID", "filter.topic", "There is no such topic.");
        }
        var since = from == null ? null : PointInTime.of("filter.from", from);
        var until = to == null ? null : PointInTime.of("filter.to", to);
        if (since != null && until != null && !since.isBefore(until)) {
            throw Problem.of(422, "INVALID", "filter.to", "It is not after filter.from.");
        }
        return new Checked(
                cause,
                clinic == null ? null : ClinicId.of("filter.clinic", clinic),
                topic,
                since,
                until);
    }
}
