package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.MessageReady;
import java.util.Set;

/** What became of one due reminder. */
sealed interface Rendering {

    /** It has every text that the clinic's policy may need. */
    record Rendered(MessageReady message, Set<Channel> channels) implements Rendering {}

    /**
     * There is nothing to send: a dead letter.
     *
     * @param field the dotted name of the field at fault, or null
     */
    record Refused(Cause cause, String field) implements Rendering {}
}
