package com.clinni.fallback.message;

import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All messages of this service. Runs in the caller's transaction. */
@ApplicationScoped
public class Messages {

    private static final Sql STORE = Sql.file("message-store");
    private static final Sql WAITING = Sql.file("message-waiting");
    private static final Sql WITHDRAWN = Sql.file("withdrawal-among");
    private static final Sql WORTHLESS = Sql.file("message-worthless");
    private static final Sql SENT_BY_HAND = Sql.file("message-sent-by-hand");
    private static final Sql STALE = Sql.file("message-stale");
    private static final Sql HOLD = Sql.file("message-hold");
    private static final Sql DOUBTS = Sql.file("message-doubts");
    private static final Sql MOVE = Sql.file("message-move");
    private static final Sql CLOSE = Sql.file("message-close");

    private final Database database;
    private final TransitionReports reports;
    private final Clock clock;

    public Messages(Database database, TransitionReports reports, Clock clock) {
        this.database = database;
        this.reports = reports;
        this.clock = clock;
    }

    /** Stores those that are not here yet, and reports them; a newer generation bars older ones. */
    public void add(List<NewMessage> arrivals) {
        var columns = NewMessageColumns.of(arrivals, clock.instant());
        var fresh = new HashSet<>(database.query(STORE, columns, row -> row.uuid("id")));
        reports.addArrivals(
                arrivals.stream().filter(arrival -> fresh.remove(arrival.id())).toList());
    }

    /**
     * Locks what may leave over a channel now: not expired, not withdrawn, the most urgent first.
     *
     * @param until what may leave later than this is left alone
     */
    public List<StoredMessage> lockWaiting(Channel channel, Instant now, Instant until, int limit) {
        return lock(
                WAITING,
                Parameters.of("channel", channel).and("now", now).and("until", until),
                limit);
    }

    /** Reminders of locked messages that were withdrawn before the locks were got. */
    public Set<UUID> withdrawnAmong(List<StoredMessage> locked) {
        return Set.copyOf(
                database.query(
                        WITHDRAWN,
                        Parameters.none()
                                .column("reminders", "uuid", locked, m -> m.subject().reminderId()),
                        row -> row.uuid("reminder_id")));
    }

    /** Locks what waits but has expired or was withdrawn. */
    public List<StoredMessage> lockWorthless(Instant now, int limit) {
        return lock(WORTHLESS, Parameters.of("now", now), limit);
    }

    /** Locks what needs attention although a person has sent it by hand. */
    public List<StoredMessage> lockSentByHand(int limit) {
        return lock(
                SENT_BY_HAND,
                Parameters.none()
                        .column("deliveries", "text", RecordCopy.DELIVERIES, topic -> topic),
                limit);
    }

    /** Locks intents whose lease ran out by the database's clock. */
    public List<StoredMessage> lockStale(int limit) {
        return lock(STALE, Parameters.none(), limit);
    }

    /** Takes doubts that are due to be looked into; nobody else gets them before {@code again}. */
    public List<StoredMessage> takeDoubts(Instant now, Instant again, int limit) {
        return lock(DOUBTS, Parameters.of("now", now).and("again", again), limit);
    }

    /** Waits until nobody else holds them, and holds them. */
    public void hold(List<UUID> ids) {
        database.query(
                HOLD,
                Parameters.none().column("ids", "uuid", ids, id -> id),
                row -> row.uuid("id"));
    }

    private List<StoredMessage> lock(Sql sql, Parameters parameters, int limit) {
        return database.query(sql, parameters.and("limit", limit), StoredMessage::of);
    }

    /** Does it and reports it, unless somebody else has moved the message since it was read. */
    public Optional<StoredMessage> move(Transition transition) {
        var now = clock.instant();
        record Moved(int epoch, int sequence) {}
        var moved =
                database.query(
                        MOVE,
                        transition.parameters(now),
                        row -> new Moved(row.integer("epoch"), row.integer("sequence")));
        return moved.stream()
                .findFirst()
                .map(
                        m -> {
                            reports.add(List.of(transition.reported(m.sequence(), now)));
                            return transition.after(m.epoch());
                        });
    }

    /** Ends those that need attention; compare and set. Returns the ids of those it did end. */
    public Set<UUID> close(Collection<UUID> ids, DeliveryState to) {
        record Closed(UUID id, ReportedTransition reported) {}
        var now = clock.instant();
        var closed =
                database.query(
                        CLOSE,
                        Parameters.of("to", to).and("now", now).column("ids", "uuid", ids, i -> i),
                        row ->
                                new Closed(
                                        row.uuid("id"),
                                        new ReportedTransition(
                                                RecordCopy.isDelivery(row.text("record_topic")),
                                                StoredMessage.subject(row),
                                                row.integer("sequence"),
                                                now,
                                                to,
                                                null,
                                                row.integer("attempts"),
                                                null,
                                                null,
                                                row.flag("possible_duplicate"),
                                                null)));
        reports.add(new ArrayList<>(closed.stream().map(Closed::reported).toList()));
        return closed.stream().map(Closed::id).collect(Collectors.toSet());
    }
}
