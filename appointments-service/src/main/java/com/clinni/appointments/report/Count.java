package com.clinni.appointments.report;

import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.Channel;
import java.util.EnumSet;
import java.util.Set;

/**
 * How many reminders of a month ended alike.
 *
 * @param channel the last one reported on, before that the clinic's own; null when it has none
 * @param metOutage how many of them met a line of WhatsApp that could not send
 */
record Count(
        Channel channel,
        PublicState state,
        long reminders,
        long possibleDuplicates,
        long metOutage) {

    private static final Set<PublicState> SENT =
            EnumSet.of(PublicState.SENT, PublicState.DELIVERED, PublicState.READ);

    /** Whether these certainly left: what is in doubt is not called sent. */
    boolean isSent() {
        return channel != null && SENT.contains(state);
    }
}
