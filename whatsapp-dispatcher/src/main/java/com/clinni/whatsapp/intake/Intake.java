package com.clinni.whatsapp.intake;

import com.clinni.events.Topics;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.dispatch.RecordKey;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.WhatsAppConfig;
import com.clinni.whatsapp.message.Transitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Stores a batch of messages in one statement. */
@ApplicationScoped
class Intake {

    private static final Sql STORE = Sql.named("intake/store");
    private static final Sql TAKE_TURNS = Sql.named("intake/take-turns");
    private static final long LONGEST_FALLBACK_AFTER = 30L * 24 * 60 * 60;

    private final Database database;
    private final Transitions transitions;
    private final Withdrawals withdrawals;
    private final Lines lines;
    private final Set<String> allowed;
    private final Clock clock;

    Intake(
            Database database,
            Transitions transitions,
            Withdrawals withdrawals,
            Lines lines,
            WhatsAppConfig config,
            Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.withdrawals = withdrawals;
        this.lines = lines;
        this.allowed = config.recipientsAllowed().orElse(Set.of());
        this.clock = clock;
    }

    /** Runs in the caller's transaction. */
    void store(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        var newest = new TreeMap<UUID, Arrival>();
        arrivals.forEach(a -> newest.merge(a.message().reminderId(), a, Arrival::newer));
        transitions.apply(STORE, values(List.copyOf(newest.values())));
        withdrawals.ofOlderVersions(
                newest.values().stream().map(a -> a.message().appointmentId()).distinct().toList());
    }

    private Map<String, Object> values(List<Arrival> arrivals) {
        var columns = new HashMap<String, Object>();
        columns.put("now", clock.instant());
        columns.put("topic", Topics.WHATSAPP_READY);
        describe(new Columns(arrivals, columns));
        columns.put("turns", database.query(TAKE_TURNS, columns, row -> row.number("turn")));
        return columns;
    }

    private void describe(Columns c) {
        c.put("reminderIds", a -> a.message().reminderId());
        c.put("generations", Arrival::generation);
        c.put("states", a -> admission(a).state());
        c.put("causes", a -> admission(a).cause());
        c.put("details", a -> admission(a).detail());
        c.put("lines", a -> lines.lineFor(phone(a)));
        c.put("appointmentIds", a -> a.message().appointmentId());
        c.put("appointmentVersions", a -> a.message().appointmentVersion());
        c.put("clinicIds", a -> a.message().clinic().clinicId());
        c.put("phones", Intake::phone);
        c.put("texts", a -> a.message().content().whatsapp());
        c.put("zones", a -> a.message().clinic().zone().getId());
        c.put("quietFroms", a -> quiet(a, q -> q.from().toString()));
        c.put("quietTos", a -> quiet(a, q -> q.to().toString()));
        c.put("dueAts", a -> a.message().dueAt());
        c.put("sendBefores", a -> a.message().sendBefore());
        c.put("fallbacks", a -> a.message().clinic().fallback());
        c.put("fallbackAfters", Intake::fallbackAfter);
        c.put("partitions", a -> a.record().partition());
        c.put("offsets", a -> a.record().offset());
        c.put("keys", a -> RecordKey.bytes(a.record().key()));
        c.put("headers", a -> StoredHeaders.pack(a.record().headers()));
        c.put("values", a -> a.record().value());
    }

    private record Columns(List<Arrival> arrivals, Map<String, Object> values) {
        void put(String name, Function<Arrival, Object> value) {
            var column = new ArrayList<>();
            arrivals.forEach(arrival -> column.add(value.apply(arrival)));
            values.put(name, column);
        }
    }

    private Admission admission(Arrival arrival) {
        return Admission.of(arrival.message(), allowed);
    }

    private static String phone(Arrival arrival) {
        return Optional.ofNullable(arrival.message().recipient().phone())
                .map(PhoneNumber::e164)
                .orElse(null);
    }

    private static String quiet(
            Arrival arrival, Function<com.clinni.events.QuietHours, String> end) {
        return Optional.ofNullable(arrival.message().clinic().quietHours()).map(end).orElse(null);
    }

    private static long fallbackAfter(Arrival arrival) {
        var seconds = arrival.message().clinic().fallbackAfter().toSeconds();
        return Math.clamp(seconds, 0, LONGEST_FALLBACK_AFTER);
    }
}
