package com.clinni.whatsapp.dispatch;

import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What must be published if, and only if, the current transaction commits. */
@ApplicationScoped
public class Outbox {

    private static final Sql ADD = Sql.named("outbox/add");

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /** Runs in the caller's transaction. */
    public void add(List<Publication> publications) {
        database.update(
                ADD,
                Map.of(
                        "topics", publications.stream().map(Publication::topic).toList(),
                        "keys", publications.stream().map(p -> RecordKey.bytes(p.key())).toList(),
                        "headers",
                                publications.stream()
                                        .map(p -> StoredHeaders.pack(p.headers()))
                                        .toList(),
                        "values", publications.stream().map(Publication::value).toList()));
    }
}
