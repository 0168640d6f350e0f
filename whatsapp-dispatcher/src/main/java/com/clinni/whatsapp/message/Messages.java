package com.clinni.whatsapp.message;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Single messages, read and locked until the caller's transaction ends. */
@ApplicationScoped
public class Messages {

    private static final Sql UNDER_WAY = Sql.named("messages/under-way");
    private static final Sql WAITING = Sql.named("messages/waiting");

    private final Database database;

    Messages(Database database) {
        this.database = database;
    }

    /** One that was claimed and not settled, if that epoch is its last. */
    public Optional<MessageFacts> underWay(UUID reminderId, int generation, int leaseEpoch) {
        return database.first(
                UNDER_WAY,
                Map.of("reminderId", reminderId, "generation", generation, "epoch", leaseEpoch),
                MessageFacts::read);
    }

    /** One that waits. */
    public Optional<MessageFacts> waiting(UUID reminderId, int generation) {
        return database.first(
                WAITING,
                Map.of("reminderId", reminderId, "generation", generation),
                MessageFacts::read);
    }
}
