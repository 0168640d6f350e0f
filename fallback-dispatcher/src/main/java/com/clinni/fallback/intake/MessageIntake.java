package com.clinni.fallback.intake;

import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.NewMessage;
import com.clinni.platform.intake.BatchIntake;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Stores what arrives: one statement per batch, idempotent by id, so that a redelivery is a no-op
 * and a replay is not. Nothing here calls anybody.
 */
@ApplicationScoped
public class MessageIntake {

    private final Messages messages;
    private final BatchIntake batches;
    private final Clock clock;

    MessageIntake(Messages messages, BatchIntake batches, Clock clock) {
        this.messages = messages;
        this.batches = batches;
        this.clock = clock;
    }

    /** Stores all of them; where one cannot be stored, each on its own and that one bare. */
    public void store(List<NewMessage> arrivals) {
        batches.take(
                arrivals,
                messages::add,
                (arrival, _) -> messages.add(List.of(arrival.bare(clock.instant()))));
    }
}
