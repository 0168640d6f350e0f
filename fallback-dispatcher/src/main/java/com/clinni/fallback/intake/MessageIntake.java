package com.clinni.fallback.intake;

import com.clinni.fallback.fallback.Batch;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.NewMessage;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
    private final Clock clock;

    MessageIntake(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Stores all of them; where one cannot be stored, each on its own and that one bare. */
    public void store(List<NewMessage> arrivals) {
        Batch.store(
                arrivals,
                this::storeTogether,
                (arrival, _) -> storeTogether(List.of(arrival.bare(clock.instant()))));
    }

    private void storeTogether(List<NewMessage> arrivals) {
        QuarkusTransaction.requiringNew().run(() -> messages.add(arrivals));
    }
}
