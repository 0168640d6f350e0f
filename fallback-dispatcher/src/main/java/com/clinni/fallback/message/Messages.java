package com.clinni.fallback.message;

import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.DeadLetters.Origin;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.erasure.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The messages of this service. Runs in the caller's transaction. */
@ApplicationScoped
public class Messages {

    private static final Sql STORE = Sql.named("messages/store");
    private static final Sql WAITING = Sql.named("messages/waiting");
    private static final Sql WITHDRAWN = Sql.named("withdrawals/among");
    private static final Sql EXPIRED_OR_WITHDRAWN = Sql.named("messages/expired-or-withdrawn");
    private static final Sql SENT_BY_HAND = Sql.named("messages/sent-by-hand");
    private static final Sql STALE = Sql.named("messages/stale");
    private static final Sql HOLD = Sql.named("messages/hold");
    private static final Sql DOUBTS = Sql.named("messages/doubts");
    private static final Sql MOVE = Sql.named("messages/move");
    private static final Sql CLOSE = Sql.named("messages/close");

    private final Database database;
    private final TransitionReports reports;
    private final KeptArrivals keeping;
    private final Clock clock;
    private final LegalTransitions legal;

    @Inject
    public Messages(Database database, TransitionReports reports, Erasures erasures, Clock clock) {
        this(database, reports, erasures, clock, LegalTransitions.TABLE);
    }

    /** Another table than the one of this service is for tests. */
    public Messages(
            Database database,
            TransitionReports reports,
            Erasures erasures,
            Clock clock,
            LegalTransitions legal) {
        this.database = database;
        this.reports = reports;
        this.keeping = new KeptArrivals(erasures);
        this.clock = clock;
        this.legal = legal;
    }

    /** Stores those that are not here yet, and reports them; a newer generation bars older ones. */
    public void add(List<NewMessage> all) {
        var kept = keeping.of(all, clock.instant());
        var arrivals = kept.arrivals();
        arrivals.forEach(arrival -> legal.requireFirst(arrival.state()));
        var columns = NewMessageColumns.of(kept, clock.instant());
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
                WAITING, Map.of("channel", channel, "now", now, "until", until, "limit", limit));
    }

    /** Reminders of locked messages that were withdrawn before the locks were got. */
    public Set<UUID> withdrawnAmong(List<StoredMessage> locked) {
        return Set.copyOf(
                database.query(
                        WITHDRAWN,
                        Map.of(
                                "reminders",
                                locked.stream().map(m -> m.subject().reminderId()).toList()),
                        row -> row.uuid("reminder_id")));
    }

    /** Locks what waits but has expired or was withdrawn. */
    public List<StoredMessage> lockExpiredOrWithdrawn(Instant now, int limit) {
        return lock(EXPIRED_OR_WITHDRAWN, Map.of("now", now, "limit", limit));
    }

    /** Locks what needs attention although a person has sent it by hand. */
    public List<StoredMessage> lockSentByHand(int limit) {
        return lock(SENT_BY_HAND, Map.of("deliveries", RecordCopy.DELIVERIES, "limit", limit));
    }

    /** Locks intents whose lease ran out by the database's clock. */
    public List<StoredMessage> lockStale(int limit) {
        return lock(STALE, Map.of("limit", limit));
    }

    /** Takes doubts that are due to be looked into; nobody else gets them before {@code again}. */
    public List<StoredMessage> takeDoubts(Instant now, Instant again, int limit) {
        return lock(DOUBTS, Map.of("now", now, "again", again, "limit", limit));
    }

    /** Waits until nobody else holds them, and holds them. */
    public void hold(List<UUID> ids) {
        database.query(HOLD, Map.of("ids", ids), row -> row.uuid("id"));
    }

    private List<StoredMessage> lock(Sql sql, Map<String, ?> values) {
        return database.query(sql, values, StoredMessage::of);
    }

    /**
     * Does it and reports it, unless somebody else has moved the message since it was read.
     *
     * @throws IllegalStateException when the state machine has no such transition
     */
    public Optional<StoredMessage> move(Transition transition) {
        legal.require(transition.from(), transition.to());
        var now = clock.instant();
        record Moved(int epoch, int sequence) {}
        var moved =
                database.query(
                        MOVE,
                        transition.values(now),
                        row -> new Moved(row.integer("epoch"), row.integer("sequence")));
        return moved.stream()
                .findFirst()
                .map(
                        m -> {
                            reports.add(List.of(transition.reported(m.sequence(), now)));
                            return transition.after(m.epoch());
                        });
    }

    /**
     * Moves those that may go to a state from where they stand; compare and set. Returns the ids of
     * those it did move.
     */
    public Set<UUID> close(Collection<UUID> ids, DeliveryState to) {
        record Closed(UUID id, ReportedTransition reported) {}
        var now = clock.instant();
        var closed =
                database.query(
                        CLOSE,
                        Map.of(
                                "to", to,
                                "from", legal.before(to),
                                "now", now,
                                "ids", ids),
                        row ->
                                new Closed(
                                        row.uuid("id"),
                                        new ReportedTransition(
                                                RecordCopy.reportedAs(
                                                        row.uuid("reminder_id"), origin(row)),
                                                StoredMessage.subject(row),
                                                row.integer("sequence"),
                                                now,
                                                to,
                                                null,
                                                row.integer("attempts"),
                                                null,
                                                to == DeliveryState.REPLAYED ? to.name() : null,
                                                row.flag("possible_duplicate"),
                                                null,
                                                null)));
        reports.add(new ArrayList<>(closed.stream().map(Closed::reported).toList()));
        return closed.stream().map(Closed::id).collect(Collectors.toSet());
    }

    private static Origin origin(Row row) throws SQLException {
        return new Origin(
                row.text("record_topic"),
                row.integer("record_partition"),
                row.number("record_offset"));
    }
}
