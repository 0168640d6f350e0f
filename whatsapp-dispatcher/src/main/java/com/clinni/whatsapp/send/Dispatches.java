package com.clinni.whatsapp.send;

import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Line;
import java.time.Instant;
import java.util.List;

/**
 * The messages of a line, as their dispatcher sees them. Each settling method changes the message
 * only while the intent's epoch is the last one, and says whether it did.
 */
interface Dispatches {

    /** Commits the intent to send: at most {@code freeSlots} messages that may leave now. */
    Claim claim(Line line, int freeSlots, Instant now);

    /** Gives back what was claimed and never begun. */
    void release(List<Intent> intents);

    boolean accept(Line line, Intent intent, String gatewayMessageId, Instant now);

    boolean retryLater(Intent intent, NotSentReason reason, Instant notBefore, Instant now);

    boolean giveUp(Intent intent, NotSentReason reason, Instant now);

    boolean doubt(Intent intent, String observation, Instant now);

    /** Nothing of this line is sent before that. */
    void pushBack(Line line, Instant until);
}
