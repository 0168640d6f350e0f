package com.clinni.platform.outbox;

import com.clinni.events.Event;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The outbox: records that are published if, and only if, the caller's transaction commits. */
@ApplicationScoped
public class Outbox {

    private static final Sql ADD = Sql.named("outbox/add");

    private final Database database;
    private final String source;

    Outbox(Database database, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.source = "/clinni/" + service;
    }

    /** Puts events in, in this order, as this service's. */
    public void addEvents(Collection<? extends Event> events, Instant at) {
        add(events.stream().map(event -> Publication.of(event, source, at)).toList());
    }

    /** Puts records in, in this order. */
    public void add(Collection<Publication> publications) {
        if (publications.isEmpty()) {
            return;
        }
        database.update(
                ADD,
                Columns.of(publications)
                        .put("topics", Publication::topic)
                        .put("keys", publication -> bytes(publication.key()))
                        .put("headers", publication -> StoredHeaders.pack(publication.headers()))
                        .put("values", Publication::value)
                        .map());
    }

    /** Bytes, because PostgreSQL's text cannot hold U+0000. */
    private static byte @Nullable [] bytes(@Nullable String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
