package com.clinni.appointments.reminder.timeline;

import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.contact.MaskedContact;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as clinics see it.
 *
 * @param kind of message: a reminder, or what a correction tells: {@code visit-moved}, {@code
 *     visit-cancelled}
 * @param patient whom it is for, masked
 * @param state a stable code; {@code stateText} is its word in the reader's language
 * @param whyText why it was skipped, if it was
 * @param dueAtLocal {@code dueAt} on the clinic's clock
 * @param possibleDuplicate whether the patient may have it twice
 * @param linkGivenAt when a link for sending by hand was given out of which nobody has said yet
 *     whether it was sent; ten minutes later it is time to ask
 */
@Schema(name = "Reminder")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReminderView(
        UUID reminderId,
        String kind,
        String appointmentId,
        MaskedContact patient,
        long appointmentVersion,
        Instant dueAt,
        Instant sendBefore,
        String zone,
        String dueAtLocal,
        PublicState state,
        String stateText,
        @Nullable String whyText,
        @Nullable String channel,
        boolean possibleDuplicate,
        @Nullable Instant linkGivenAt,
        List<Step> history) {

    /**
     * One transition: when, what, over which channel, and why.
     *
     * @param generation how often the message had been sent on its way, from the second time on: a
     *     step {@code REPLAYED} of one generation leads to the steps of the next
     */
    @Schema(name = "ReminderStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            Instant at,
            PublicState what,
            String whatText,
            @Nullable String channel,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String whyText,
            @Nullable Integer generation) {

        /** One that explains itself. */
        Step(
                Instant at,
                PublicState what,
                String whatText,
                @Nullable String channel,
                @Nullable String reason,
                @Nullable String detail) {
            this(at, what, whatText, channel, reason, detail, null, null);
        }
    }

    private static @Nullable String lastWhy(List<Step> steps) {
        for (var step : steps.reversed()) {
            if (step.what() == PublicState.SKIPPED) {
                return step.whyText();
            }
        }
        return null;
    }

    ReminderView withHistory(List<Step> steps) {
        return new ReminderView(
                reminderId,
                kind,
                appointmentId,
                patient,
                appointmentVersion,
                dueAt,
                sendBefore,
                zone,
                dueAtLocal,
                state,
                stateText,
                state == PublicState.SKIPPED ? lastWhy(steps) : null,
                channel,
                possibleDuplicate,
                linkGivenAt,
                steps);
    }
}
