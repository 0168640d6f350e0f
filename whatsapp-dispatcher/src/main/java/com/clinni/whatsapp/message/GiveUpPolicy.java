package com.clinni.whatsapp.message;

import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
import static com.clinni.events.DeliveryState.EXPIRED;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.events.DeliveryState.WITHDRAWN;

import com.clinni.events.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides when WhatsApp gives a message up and what becomes of it then: DEAD goes to the fallback,
 * everything else ends here. Statements only select whom to ask about; nothing else decides it.
 */
public final class GiveUpPolicy {

    /** After so long what cannot be sent, and cannot be received otherwise, is tried again. */
    public static final Duration TRY_ON_AFTER = Duration.ofMinutes(10);

    private GiveUpPolicy() {}

    /**
     * Not on WhatsApp, invalid, refused for good, also by a receipt after the gateway had accepted
     * it: at once, and the clinic's policy decides.
     */
    public static Decision refused(MessageFacts message, @Nullable Cause cause) {
        if (message.withdrawn()) {
            return Decision.of(WITHDRAWN);
        }
        return message.optedOut() ? optedOut() : Decision.because(DEAD, cause);
    }

    /** Certainly not sent, and that may pass: it waits again unless it was withdrawn meanwhile. */
    public static Decision notSent(
            MessageFacts message, @Nullable Cause cause, @Nullable String detail) {
        return message.withdrawn()
                ? Decision.withDetail(WITHDRAWN, detail)
                : new Decision(WAITING, cause, detail, false);
    }

    /**
     * Its number alone cannot be written to, though its line works: the clinic's policy decides,
     * where a fallback can be received. Else it waits again, for the trouble may pass yet.
     */
    public static Decision unsendable(MessageFacts message) {
        var isReplaced = message.mayFallBack() && message.fallbackReaches();
        return isReplaced || message.optedOut()
                ? refused(message, Cause.REFUSED_BY_PROVIDER)
                : notSent(message, Cause.REFUSED_BY_PROVIDER, "proved-absent");
    }

    /** Its send-before has passed: it is worth nothing any more, whatever the clinic's policy. */
    public static Optional<Decision> late(MessageFacts message, Instant now) {
        return when(message.isTooLate(now), Decision.because(EXPIRED, message.cause()));
    }

    public static Decision withdrawn(String reason) {
        return Decision.withDetail(WITHDRAWN, reason);
    }

    /** Its patient was erased: it must not leave, and nobody sends it again. */
    public static Decision erased() {
        return Decision.withDetail(WITHDRAWN, "erased");
    }

    public static Decision optedOut() {
        return Decision.withDetail(SUPPRESSED, "opted-out");
    }

    /**
     * The line has been down for as long as the clinic allows, counted from when the message could
     * have left; or time runs out for it on a line that is down, or that it was tried on in vain. A
     * pause counts as an outage unless its person said "wait". Pacing and quiet hours do not count.
     * A fallback that nobody can receive is none: then the message stays, since the line may come
     * back, until time runs out and a person must know.
     *
     * @param lastCall how long before its send-before time runs out
     */
    public static Optional<Decision> stranded(
            StrandedMessage stranded, Duration lastCall, Instant now) {
        var message = stranded.message();
        if (stranded.lineWaits() || !message.mayFallBack() || message.isTooLate(now)) {
            return Optional.empty();
        }
        var isLongDown =
                message.fallbackReaches()
                        && stranded.isLineDown()
                        && !stranded.isQuiet()
                        && !now.isBefore(stranded.couldLeaveAt().plus(stranded.fallbackAfter()));
        return when(
                isLongDown
                        || (message.isLastCall(lastCall, now)
                                && (stranded.isLineDown() || stranded.wasTried())),
                Decision.because(DEAD, stranded.why()));
    }

    /**
     * The quiet hours end too late for WhatsApp: an e-mail may leave at any time.
     *
     * @param quietUntil when the quiet hours end that it is in
     */
    public static Optional<Decision> hushed(
            MessageFacts message, @Nullable Instant quietUntil, Instant now) {
        return when(
                message.mayFallBack()
                        && !message.isTooLate(now)
                        && quietUntil != null
                        && !quietUntil.isBefore(message.sendBefore()),
                Decision.because(DEAD, Cause.QUIET_HOURS));
    }

    /**
     * The line cannot send it in time at its rate: it is better off with an e-mail now. One that no
     * e-mail reaches keeps its small chance until time runs out.
     *
     * @param lastCall how long before its send-before time runs out
     */
    public static Optional<Decision> crowdedOut(
            MessageFacts message, Duration lastCall, Instant now) {
        return when(
                message.mayFallBack()
                        && (message.fallbackReaches() || message.isLastCall(lastCall, now)),
                Decision.because(DEAD, Cause.LINE_BUSY));
    }

    /**
     * Nobody could find out in time whether it was sent.
     *
     * @param needed how much time must be left for a second message to be worth it
     */
    public static Decision unresolved(MessageFacts message, Duration needed, Instant now) {
        var inTime = !now.plus(needed).isAfter(message.sendBefore());
        var state = inTime && isReplaced(message) ? DEAD : DOUBT_CLOSED;
        return Decision.because(state, Cause.DOUBT_UNRESOLVED).flagged();
    }

    /** Accepted by a line that turned out to be silent: lost with it or not, nobody knows. */
    public static Decision unheard(MessageFacts message, Instant now) {
        var state = !message.isTooLate(now) && isReplaced(message) ? DEAD : DOUBT_CLOSED;
        return Decision.because(state, Cause.LINE_SILENT).flagged();
    }

    private static boolean isReplaced(MessageFacts message) {
        return message.mayFallBack() && !message.withdrawn();
    }

    private static Optional<Decision> when(boolean so, Decision decision) {
        return so ? Optional.of(decision) : Optional.empty();
    }
}
