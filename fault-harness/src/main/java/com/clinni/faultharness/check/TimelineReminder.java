package com.clinni.faultharness.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A reminder as the system's own timeline shows it. */
public record TimelineReminder(
        String reminderId,
        String state,
        String channel,
        boolean possibleDuplicate,
        List<Step> history) {

    /** What somebody may still be working on. */
    public static final Set<String> UNFINISHED =
            Set.of("SCHEDULED", "QUEUED", "RETRYING", "SENDING", "IN_DOUBT", "FALLBACK");

    private static final Set<String> HEARD = Set.of("SENT", "DELIVERED", "READ");

    /** One transition. */
    public record Step(Instant at, String what, String channel, String reason) {}

    static TimelineReminder of(JsonNode view) {
        var history =
                StreamSupport.stream(view.path("history").spliterator(), false)
                        .map(TimelineReminder::step)
                        .toList();
        return new TimelineReminder(
                view.path("reminderId").asText(),
                view.path("state").asText(),
                view.path("channel").asText(),
                view.path("possibleDuplicate").asBoolean(),
                history);
    }

    /** Whether this cause stands anywhere in its history. */
    public boolean met(String cause) {
        return history.stream().anyMatch(step -> step.reason().equals(cause));
    }

    boolean isUnfinished() {
        return UNFINISHED.contains(state);
    }

    /** The system says that the patient was sent it. */
    boolean isHeard() {
        return HEARD.contains(state);
    }

    /** The system itself says that it may have come twice, or that nobody knows whether it came. */
    boolean isFlagged() {
        return possibleDuplicate || state.equals("DOUBT_CLOSED");
    }

    /** Whether anybody ever was unable to say if it had been sent. */
    public boolean wasInDoubt() {
        return history.stream().anyMatch(step -> step.what().equals("IN_DOUBT"));
    }

    private static Step step(JsonNode step) {
        return new Step(
                Instant.parse(step.path("at").asText()),
                step.path("what").asText(),
                step.path("channel").asText(),
                step.path("reason").asText());
    }
}
