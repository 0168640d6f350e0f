package com.clinni.whatsapp.message;

import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.DeadLetters.Origin;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import com.clinni.whatsapp.dispatch.DispatchMetrics;
import com.clinni.whatsapp.dispatch.Origins;
import com.clinni.whatsapp.dispatch.RecordKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Moves messages and, in the same transaction, says so: one report for each transition, and for
 * each death the record as it came.
 */
@ApplicationScoped
public class Transitions {

    private static final Logger LOG = Logger.getLogger(Transitions.class);
    private static final Sql RECORD_OF = Sql.named("messages/record-of");

    private final Database database;
    private final Outbox outbox;
    private final DispatchMetrics metrics;

    Transitions(Database database, Outbox outbox, DispatchMetrics metrics) {
        this.database = database;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Runs a statement that returns the transitions it made. */
    public List<Transition> apply(Sql sql, Map<String, ?> values) {
        return report(database.query(sql, values, Transition::read));
    }

    /** Reports transitions that were made in this transaction. */
    public List<Transition> report(List<Transition> made) {
        if (made.isEmpty()) {
            return made;
        }
        outbox.add(Stream.concat(reports(made), deadLetters(made)).toList());
        made.forEach(this::tell);
        return made;
    }

    private static Stream<Publication> reports(List<Transition> made) {
        return made.stream()
                .map(t -> Publication.of(t.report(), Origins.SOURCE, t.at(), t.generation()));
    }

    private Stream<Publication> deadLetters(List<Transition> made) {
        var dead =
                made.stream()
                        .filter(t -> t.state() == DeliveryState.DEAD)
                        .collect(Collectors.toMap(Transition::reminderId, Function.identity()));
        return dead.isEmpty()
                ? Stream.empty()
                : database
                        .query(
                                RECORD_OF,
                                Map.of("reminderIds", List.copyOf(dead.keySet())),
                                row -> deadLetter(row, dead.get(row.uuid("reminder_id"))))
                        .stream();
    }

    private static Publication deadLetter(Row row, Transition death) throws SQLException {
        return DeadLetters.of(
                new Origin(
                        row.text("record_topic"),
                        row.integer("record_partition"),
                        row.number("record_offset")),
                RecordKey.text(row.bytes("record_key")),
                StoredHeaders.unpack(row.bytes("record_headers")),
                row.bytes("record_value"),
                new Death(
                        death.cause(),
                        null,
                        Origins.SERVICE,
                        death.at(),
                        death.possibleDuplicate()));
    }

    private void tell(Transition t) {
        metrics.moved(t.state(), t.cause());
        LOG.infof(
                "reminder %s generation %d: %s%s%s",
                t.reminderId(),
                t.generation(),
                t.state(),
                t.cause() == null ? "" : " " + t.cause(),
                t.detail() == null ? "" : " " + t.detail());
    }
}
