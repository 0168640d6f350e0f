package com.clinni.whatsapp.message;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DELIVERED;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
import static com.clinni.events.DeliveryState.EXPIRED;
import static com.clinni.events.DeliveryState.IN_DOUBT;
import static com.clinni.events.DeliveryState.READ;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.events.DeliveryState.WITHDRAWN;

import com.clinni.events.DeliveryState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The legal transitions of a message, as docs/data-path.md draws them. Every statement that writes
 * a state compares with this table, so that a transition that is not in it does not happen.
 *
 * @param first the states a message may begin in
 * @param next the states that may follow each state
 */
record LegalTransitions(Set<DeliveryState> first, Map<DeliveryState, Set<DeliveryState>> next) {

    static final LegalTransitions TABLE =
            new LegalTransitions(
                    Set.of(WAITING, DEAD, SUPPRESSED, WITHDRAWN),
                    Map.of(
                            WAITING,
                            Set.of(
                                    SENDING,
                                    DEAD,
                                    EXPIRED,
                                    WITHDRAWN,
                                    SUPPRESSED,
                                    ACCEPTED,
                                    DELIVERED,
                                    READ),
                            SENDING,
                            Set.of(
                                    ACCEPTED,
                                    WAITING,
                                    DEAD,
                                    IN_DOUBT,
                                    SUPPRESSED,
                                    WITHDRAWN,
                                    DELIVERED,
                                    READ),
                            IN_DOUBT,
                            Set.of(
                                    ACCEPTED,
                                    WAITING,
                                    DEAD,
                                    DOUBT_CLOSED,
                                    SUPPRESSED,
                                    WITHDRAWN,
                                    DELIVERED,
                                    READ),
                            ACCEPTED,
                            Set.of(DELIVERED, READ, DEAD, DOUBT_CLOSED, SUPPRESSED, WITHDRAWN),
                            DELIVERED,
                            Set.of(READ),
                            DOUBT_CLOSED,
                            Set.of(ACCEPTED, DELIVERED, READ),
                            // a person sends it again
                            DEAD,
                            Set.of(WAITING, DEAD, SUPPRESSED, WITHDRAWN)));

    /** Each as {@code WAITING>SENDING}, and the first ones with nothing before the sign. */
    List<String> pairs() {
        return Stream.concat(
                        first.stream().map(state -> ">" + state),
                        next.entrySet().stream()
                                .flatMap(
                                        from ->
                                                from.getValue().stream()
                                                        .map(to -> from.getKey() + ">" + to)))
                .toList();
    }
}
