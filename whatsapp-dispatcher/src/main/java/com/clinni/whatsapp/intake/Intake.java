package com.clinni.whatsapp.intake;

import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.erasure.Erasures;
import com.clinni.platform.erasure.Erasures.Said;
import com.clinni.whatsapp.intake.Admission.Refusal;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.WhatsAppConfig;
import com.clinni.whatsapp.message.RecordKey;
import com.clinni.whatsapp.message.Transitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stores a batch of messages in one statement. */
@ApplicationScoped
class Intake {

    private static final Sql STORE = Sql.named("intake/store");
    private static final Sql REFUSALS = Sql.named("intake/refusals");
    private static final Sql TAKE_TURNS = Sql.named("intake/take-turns");
    private static final long LONGEST_FALLBACK_AFTER = 30L * 24 * 60 * 60;

    private final Database database;
    private final Transitions transitions;
    private final Withdrawals withdrawals;
    private final Lines lines;
    private final Erasures erasures;
    private final KeyedDigest digest;
    private final Set<String> allowed;
    private final Clock clock;

    Intake(
            Database database,
            Transitions transitions,
            Withdrawals withdrawals,
            Lines lines,
            Erasures erasures,
            KeyedDigest digest,
            WhatsAppConfig config,
            Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.withdrawals = withdrawals;
        this.lines = lines;
        this.erasures = erasures;
        this.digest = digest;
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
        withdrawals.ofOlderVersions(newest.values().stream().map(Arrival::message).toList());
    }

    private Map<String, @Nullable Object> values(List<Arrival> arrivals) {
        var erased = erased(arrivals);
        var columns = describe(arrivals, erased);
        columns.with("turns", database.query(TAKE_TURNS, columns.map(), row -> row.number("turn")));
        var admission = admission(columns.map(), erased);
        columns.put("states", a -> admission.apply(a).state())
                .put("causes", a -> admission.apply(a).cause())
                .put("details", a -> admission.apply(a).detail());
        var values = columns.map();
        values.putAll(transitions.into(DeliveryState.WAITING, clock.instant()));
        return values;
    }

    private Function<Arrival, Admission> admission(
            Map<String, ? extends @Nullable Object> columns, Predicate<Arrival> erased) {
        var refusals = new HashMap<UUID, Refusal>();
        database.query(
                REFUSALS,
                columns,
                row ->
                        refusals.put(
                                row.uuid("reminder_id"),
                                new Refusal(row.text("withdrawn"), row.flag("opted_out"))));
        return a ->
                Admission.of(
                        a.message(),
                        erased.test(a)
                                ? Refusal.ERASED
                                : refusals.getOrDefault(a.message().reminderId(), Refusal.NONE),
                        allowed);
    }

    /** Those that were made before their patient was erased: nothing of them is kept but ids. */
    private Predicate<Arrival> erased(List<Arrival> arrivals) {
        var erased = erasures.among(arrivals.stream().map(Intake::said).toList());
        return a -> erased.contains(said(a));
    }

    private static Said said(Arrival arrival) {
        var message = arrival.message();
        return new Said(
                message.clinic().clinicId(), message.recipient().patientId(), message.dueAt());
    }

    private Columns<Arrival> describe(List<Arrival> arrivals, Predicate<Arrival> erased) {
        return Columns.of(arrivals)
                .with("topic", Topics.WHATSAPP_READY)
                .put("reminderIds", a -> a.message().reminderId())
                .put("generations", Arrival::generation)
                .put("lines", a -> lines.lineFor(phone(a)))
                .put("appointmentIds", a -> a.message().appointmentId())
                .put("appointmentVersions", a -> a.message().appointmentVersion())
                .put("clinicIds", a -> a.message().clinic().clinicId())
                .put("patientIds", a -> a.message().recipient().patientId())
                .put("phones", a -> erased.test(a) ? null : phone(a))
                .put("phoneDigests", a -> erased.test(a) ? null : phoneDigest(a))
                .put("texts", a -> erased.test(a) ? null : a.message().content().whatsapp())
                .put("quietTimes", a -> QuietTimes.of(a.message(), clock.instant()))
                .put("dueAts", a -> a.message().dueAt())
                .put("sendBefores", a -> a.message().sendBefore())
                .put("fallbacks", a -> a.message().clinic().fallback())
                .put("fallbackReaches", a -> FallbackReach.of(a.message()))
                .put("fallbackAfters", Intake::fallbackAfter)
                .put("partitions", a -> a.record().partition())
                .put("offsets", a -> a.record().offset())
                .put("keys", a -> RecordKey.bytes(a.record().key()))
                .put("headers", a -> StoredHeaders.pack(a.record().headers()))
                .put("values", a -> erased.test(a) ? null : a.record().value());
    }

    private @Nullable String phoneDigest(Arrival arrival) {
        return Optional.ofNullable(arrival.message().recipient().phone())
                .map(phone -> digest.of(phone).toString())
                .orElse(null);
    }

    private static @Nullable String phone(Arrival arrival) {
        return Optional.ofNullable(arrival.message().recipient().phone())
                .map(PhoneNumber::e164)
                .orElse(null);
    }

    private static long fallbackAfter(Arrival arrival) {
        var seconds = arrival.message().clinic().fallbackAfter().toSeconds();
        return Math.clamp(seconds, 0, LONGEST_FALLBACK_AFTER);
    }
}
