package com.clinni.fallback.outbox;

import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** What is to be published once the caller's transaction commits, and only then. */
@ApplicationScoped
public class Outbox {

    private static final Sql ADD = Sql.file("outbox-add");

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /** Puts records in, in this order. */
    public void add(Collection<Publication> publications) {
        if (publications.isEmpty()) {
            return;
        }
        database.update(
                ADD,
                Parameters.none()
                        .column("topics", "text", publications, Publication::topic)
                        .column("keys", "bytea", publications, p -> bytes(p.key()))
                        .column(
                                "headers",
                                "bytea",
                                publications,
                                p -> StoredHeaders.pack(p.headers()))
                        .column("values", "bytea", publications, Publication::value));
    }

    private static byte[] bytes(String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
