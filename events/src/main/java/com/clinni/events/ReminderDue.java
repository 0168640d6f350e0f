package com.clinni.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clock reached a reminder, or a patient must be told of a change. Carries the clinic's
 * snapshot and policy, so that nobody downstream has to ask.
 *
 * @param rule the reminder rule it came from, e.g. {@code PT24H} or {@code 1d@18:00}; of a
 *     correction what it corrects, {@code moved} or {@code cancelled}
 * @param startsAt when the visit begins; of a cancelled one, when it would have
 * @param durationMinutes none when not known
 * @param sendBefore from this instant on the message is worthless
 * @param kind what the message is about, as in {@link MessageReady}; none from a publisher that
 *     knows of reminders only
 */
public record ReminderDue(
        UUID reminderId,
        String appointmentId,
        long appointmentVersion,
        String rule,
        Instant startsAt,
        @Nullable Integer durationMinutes,
        Instant dueAt,
        Instant sendBefore,
        Clinic clinic,
        Patient patient,
        @Nullable String kind)
        implements Event {

    /** What it is about: a reminder unless it says otherwise. */
    public String kindOrReminder() {
        return kind == null ? MessageReady.REMINDER : kind;
    }

    @Override
    public String topic() {
        return Topics.REMINDER_DUE;
    }

    @Override
    public String key() {
        return appointmentId;
    }

    @Override
    public String id(int generation) {
        return generation == 1 ? reminderId + ":due" : reminderId + ":due:" + generation;
    }

    @Override
    public Optional<String> contradiction() {
        if (!dueAt.isBefore(startsAt)) {
            return Optional.of("dueAt");
        }
        return sendBefore.isAfter(startsAt) ? Optional.of("sendBefore") : Optional.empty();
    }
}
