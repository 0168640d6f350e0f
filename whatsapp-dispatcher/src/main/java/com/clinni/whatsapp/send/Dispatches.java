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

    /**
     * Commits the intent to send at most {@code freeSlots} messages that may leave at {@code now}.
     *
     * @throws RuntimeException when the database is away; the intent may be committed then or not
     */
    Claim claim(Line line, int freeSlots, Instant now);

    /** Gives back messages that were claimed and never begun: they wait again. */
    void release(List<Intent> intents);

    boolean accept(Line line, Intent intent, String gatewayMessageId, Instant now);

    boolean retryLater(Intent intent, NotSentReason reason, Instant notBefore, Instant now);

    boolean giveUp(Intent intent, NotSentReason reason, Instant now);

    boolean doubt(Intent intent, String observation, Instant now);

    /** Postpones everything on this line until an instant. */
    void pushBack(Line line, Instant until);
}
