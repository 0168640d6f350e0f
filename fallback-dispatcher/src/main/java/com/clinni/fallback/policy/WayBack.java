package com.clinni.fallback.policy;

import com.clinni.events.Cause;
import com.clinni.fallback.message.StoredMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way back to WhatsApp. It is open to a message that WhatsApp gave up because of its line, that
 * nobody can have already, and while there is time: what nobody can receive then waits for the
 * line, and needs attention when the way closes.
 */
@ApplicationScoped
public class WayBack {

    /** Trouble of a line, which may pass. What a number or the hour makes impossible does not. */
    private static final Set<Cause> MAY_PASS = CauseKind.LINE.causes();

    private final Duration lastChance;

    @Inject
    WayBack(FallbackConfig config) {
        this(config.lastChance());
    }

    WayBack(Duration lastChance) {
        this.lastChance = lastChance;
    }

    /** What it may have died of. */
    public Set<Cause> causes() {
        return MAY_PASS;
    }

    /** At this moment the way is closed to whatever is worthless from then on, or earlier. */
    public Instant closedUntil(Instant now) {
        return now.plus(lastChance);
    }

    /** Whether a message that is here may go back. */
    public boolean isOpenTo(StoredMessage message, Instant now) {
        var sendBefore = message.sendBefore();
        return sendBefore != null
                && message.doubtSince() == null
                && isOpen(message.diedOf(), message.possibleDuplicate(), sendBefore, now);
    }

    /** Whether one that died of this may go back. */
    public boolean isOpen(
            @Nullable Cause diedOf, boolean possibleDuplicate, Instant sendBefore, Instant now) {
        return diedOf != null
                && MAY_PASS.contains(diedOf)
                && !possibleDuplicate
                && sendBefore.isAfter(closedUntil(now));
    }
}
