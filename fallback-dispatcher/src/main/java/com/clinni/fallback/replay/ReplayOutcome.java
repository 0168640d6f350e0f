package com.clinni.fallback.replay;

import com.clinni.events.DeliveryState;
import org.jspecify.annotations.Nullable;

/** The outcome of one item of a replay: what became of the generation that it made. */
enum ReplayOutcome {
    /** Its turn has not come. */
    UNDECIDED,
    /** Its verdict says why. */
    NOT_REPLAYED,
    /** A service has it, or will soon; so has one that was sent again since. */
    ON_ITS_WAY,
    /** It may have been sent, and somebody finds out. */
    IN_DOUBT,
    /** A provider has it. */
    SENT,
    /** The phone or mailbox has it. */
    DELIVERED,
    /** It needs attention again. */
    DIED_AGAIN,
    /** It died again, and a person decided not to send it. */
    DISCARDED,
    EXPIRED,
    WITHDRAWN,
    /** Its clinic wants nothing sent. */
    NOT_WANTED,
    /** Its patient opted out. */
    SUPPRESSED,
    /** Nobody could find out whether it was sent. */
    DOUBT_CLOSED,
    /** It is no message to a patient: only if it dies again does anybody tell. */
    NOT_FOLLOWED;

    /**
     * The outcome of an item.
     *
     * @param verdict none yet where its turn has not come
     * @param isFollowed whether services tell what becomes of it
     * @param state the last that is known of the generations after it; none where nothing is
     */
    static ReplayOutcome of(
            @Nullable Verdict verdict, boolean isFollowed, @Nullable DeliveryState state) {
        if (verdict == null || verdict == Verdict.UNDECIDED) {
            return UNDECIDED;
        }
        if (verdict != Verdict.REPLAY) {
            return NOT_REPLAYED;
        }
        if (state == null) {
            return isFollowed ? ON_ITS_WAY : NOT_FOLLOWED;
        }
        return switch (state) {
            case WAITING, SENDING, DEAD, RECEIVED -> ON_ITS_WAY;
            case REPLAYED -> isFollowed ? ON_ITS_WAY : NOT_FOLLOWED;
            case IN_DOUBT -> IN_DOUBT;
            case ACCEPTED -> SENT;
            case DELIVERED, READ -> DELIVERED;
            case NOT_WANTED -> NOT_WANTED;
            case SUPPRESSED -> SUPPRESSED;
            case EXPIRED -> EXPIRED;
            case WITHDRAWN -> WITHDRAWN;
            case DOUBT_CLOSED -> DOUBT_CLOSED;
            case NEEDS_ATTENTION -> DIED_AGAIN;
            case DISCARDED -> DISCARDED;
        };
    }
}
