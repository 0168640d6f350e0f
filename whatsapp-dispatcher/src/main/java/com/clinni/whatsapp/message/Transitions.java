package com.clinni.whatsapp.message;

import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.DeadLetters.Origin;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import com.clinni.whatsapp.message.Move.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Moves messages as far as the table of legal transitions allows and, in the same transaction, says
 * so: one report for each transition, and for each death the record as it came.
 */
@ApplicationScoped
public class Transitions {

    private static final Logger LOG = Logger.getLogger(Transitions.class);
    private static final Sql MOVE = Sql.named("messages/move");
    private static final Sql RECORD_OF = Sql.named("messages/record-of");

    private final Database database;
    private final Outbox outbox;
    private final DispatchMetrics metrics;
    private final LegalTransitions legal;

    @Inject
    Transitions(Database database, Outbox outbox, DispatchMetrics metrics) {
        this(database, outbox, metrics, LegalTransitions.TABLE);
    }

    Transitions(Database database, Outbox outbox, DispatchMetrics metrics, LegalTransitions legal) {
        this.legal = legal;
        this.database = database;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /**
     * Runs a statement that moves messages into a state.
     *
     * @param values the statement's, made by {@link #into}
     */
    public List<Transition> apply(Sql sql, Map<String, ?> values) {
        return report(database.query(sql, values, Transition::read));
    }

    /** The parameters by which a statement moves messages into a state, and only legally. */
    public Map<String, Object> into(DeliveryState state, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("to", state);
        values.put("legal", legal.pairs());
        values.put("now", now);
        return values;
    }

    /** Carries decisions out, in the caller's transaction; returns those that were. */
    public List<Transition> move(List<Move> moves, Instant now) {
        return moves.isEmpty()
                ? List.of()
                : apply(
                        MOVE,
                        Columns.of(moves)
                                .put("reminderIds", m -> m.message().reminderId())
                                .put("generations", m -> m.message().generation())
                                .put("epochs", m -> m.message().leaseEpoch())
                                .put("states", m -> m.message().state())
                                .put("nexts", m -> m.decision().state())
                                .put("causes", m -> m.decision().cause())
                                .put("details", m -> m.decision().detail())
                                .put("possibleDuplicates", m -> m.decision().possibleDuplicate())
                                .put("notBefores", Move::notBefore)
                                .put("uncounteds", m -> m.attempt() == Attempt.COUNTED ? 0 : 1)
                                .with("legal", legal.pairs())
                                .with("now", now)
                                .map());
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
                                row ->
                                        deadLetter(
                                                row,
                                                Objects.requireNonNull(
                                                        dead.get(row.uuid("reminder_id")),
                                                        "not asked for")))
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
                        Objects.requireNonNull(death.cause(), "a death without a cause"),
                        null,
                        Origins.SERVICE,
                        death.at(),
                        death.possibleDuplicate(),
                        row.text("line")));
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
