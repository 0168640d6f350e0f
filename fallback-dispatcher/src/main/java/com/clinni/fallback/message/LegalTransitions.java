package com.clinni.fallback.message;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DELIVERED;
import static com.clinni.events.DeliveryState.DISCARDED;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
import static com.clinni.events.DeliveryState.EXPIRED;
import static com.clinni.events.DeliveryState.IN_DOUBT;
import static com.clinni.events.DeliveryState.NEEDS_ATTENTION;
import static com.clinni.events.DeliveryState.NOT_WANTED;
import static com.clinni.events.DeliveryState.RECEIVED;
import static com.clinni.events.DeliveryState.REPLAYED;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WITHDRAWN;

import com.clinni.events.DeliveryState;
import java.util.List;
import java.util.Set;

/**
 * The state machine of a message in this service: every way a state may change, and no other. What
 * does not stand here is refused, whoever asks for it. docs/data-path.md draws the same table and
 * says what leads from one state to the next.
 *
 * @param first how a message may stand when it arrives
 * @param steps how it may go on from there
 */
public record LegalTransitions(Set<DeliveryState> first, List<Step> steps) {

    public static final LegalTransitions TABLE =
            new LegalTransitions(
                    Set.of(RECEIVED, NOT_WANTED, SUPPRESSED, EXPIRED, NEEDS_ATTENTION),
                    List.of(
                            new Step(RECEIVED, RECEIVED),
                            new Step(RECEIVED, SENDING),
                            new Step(RECEIVED, DELIVERED),
                            new Step(RECEIVED, SUPPRESSED),
                            new Step(RECEIVED, EXPIRED),
                            new Step(RECEIVED, WITHDRAWN),
                            new Step(RECEIVED, DOUBT_CLOSED),
                            new Step(RECEIVED, REPLAYED),
                            new Step(RECEIVED, NEEDS_ATTENTION),
                            new Step(SENDING, ACCEPTED),
                            new Step(SENDING, RECEIVED),
                            new Step(SENDING, IN_DOUBT),
                            new Step(SENDING, EXPIRED),
                            new Step(SENDING, NEEDS_ATTENTION),
                            new Step(ACCEPTED, DELIVERED),
                            new Step(ACCEPTED, RECEIVED),
                            new Step(ACCEPTED, SUPPRESSED),
                            new Step(ACCEPTED, EXPIRED),
                            new Step(ACCEPTED, NEEDS_ATTENTION),
                            new Step(IN_DOUBT, ACCEPTED),
                            new Step(IN_DOUBT, DELIVERED),
                            new Step(IN_DOUBT, RECEIVED),
                            new Step(IN_DOUBT, SUPPRESSED),
                            new Step(IN_DOUBT, EXPIRED),
                            new Step(IN_DOUBT, DOUBT_CLOSED),
                            new Step(IN_DOUBT, NEEDS_ATTENTION),
                            new Step(NEEDS_ATTENTION, DELIVERED),
                            new Step(NEEDS_ATTENTION, WITHDRAWN),
                            new Step(NEEDS_ATTENTION, REPLAYED),
                            new Step(NEEDS_ATTENTION, DISCARDED)));

    /** One row of the table. */
    public record Step(DeliveryState from, DeliveryState to) {}

    /** The states from which this one can be reached. */
    List<DeliveryState> before(DeliveryState to) {
        return steps.stream().filter(step -> step.to() == to).map(Step::from).toList();
    }

    /** Refuses a transition that is not in the table: asking for it is a defect. */
    void require(DeliveryState from, DeliveryState to) {
        if (!steps.contains(new Step(from, to))) {
            throw new IllegalStateException("no message goes from " + from + " to " + to);
        }
    }

    /** Refuses to let a message begin in any other state. */
    void requireFirst(DeliveryState state) {
        if (!first.contains(state)) {
            throw new IllegalStateException("no message begins as " + state);
        }
    }
}
