package com.clinni.appointments.report;

import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.Channel;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The number of a month's reminders that ended alike.
 *
 * @param channel the last one reported on, before that the clinic's own, if it has one
 * @param metOutage how many of them met a line of WhatsApp that could not send
 * @param segments how many segments SMS were billed as on the way, whatever channel was the last
 */
record ReminderCount(
        @Nullable Channel channel,
        PublicState state,
        long reminders,
        long possibleDuplicates,
        long metOutage,
        long segments) {

    private static final Set<PublicState> SENT =
            EnumSet.of(PublicState.SENT, PublicState.DELIVERED, PublicState.READ);

    /** Whether these certainly left: what is in doubt is not called sent. */
    boolean isSent() {
        return channel != null && SENT.contains(state);
    }

    /** Whether anything was paid for. */
    boolean hasCost() {
        return isSent() || segments > 0;
    }
}
