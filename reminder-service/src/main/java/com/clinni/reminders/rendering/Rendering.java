package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.MessageReady;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The result of rendering one message. */
sealed interface Rendering {

    /** It has every text that the clinic's policy may need. */
    record Rendered(MessageReady message, int generation, Set<Channel> channels)
            implements Rendering {}

    /** Its clinic wants nothing sent: whoever asked for it is told so. */
    record NotWanted(DeliveryReported report) implements Rendering {}

    /**
     * There is nothing to send: a dead letter.
     *
     * @param field the dotted name of the field at fault
     */
    record Refused(Cause cause, @Nullable String field) implements Rendering {}
}
