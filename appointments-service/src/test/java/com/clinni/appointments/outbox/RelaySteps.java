package com.clinni.appointments.outbox;

import com.clinni.appointments.TestDatabase;
import com.clinni.platform.outbox.OutboxRelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The outbox's loop, called by hand. */
@ApplicationScoped
public class RelaySteps {

    @Inject OutboxRelay relay;
    @Inject TestDatabase database;

    public void relay() {
        relay.relay();
    }

    public int waiting() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                database.query("SELECT count(*) FROM outbox", r -> r.getInt(1))
                                        .getFirst());
    }
}
