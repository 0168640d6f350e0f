package com.clinni.whatsapp.erasure;

import com.clinni.events.PatientErasureReported;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import com.clinni.platform.retention.RetentionConfig;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Origins;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Erases patients. What waits is withdrawn and what is under way is let end, so an erasure may take
 * several looks; it is told when nothing of the patient is left.
 */
@ApplicationScoped
class ErasureLoop {

    private static final int BATCH = 20;
    private static final Sql OPEN = Sql.named("erasure/open");
    private static final Sql WAITING = Sql.named("erasure/waiting");
    private static final Sql MARK_WITHDRAWN = Sql.named("erasure/mark-withdrawn");
    private static final Sql PHONES = Sql.named("erasure/phones");
    private static final Sql LEFT = Sql.named("erasure/left");
    private static final Sql REPORTED = Sql.named("erasure/reported");
    private static final Sql OLD_OPT_OUTS = Sql.named("erasure/old-opt-outs");
    private static final List<Sql> FORGET =
            List.of(
                    Sql.named("erasure/forget-messages"),
                    Sql.named("erasure/forget-contacts"),
                    Sql.named("erasure/forget-hidden-numbers"),
                    Sql.named("erasure/forget-inbound"),
                    Sql.named("erasure/forget-replies"));

    private final Database database;
    private final Transitions transitions;
    private final PhoneDigests digests;
    private final Outbox outbox;
    private final RetentionConfig retention;
    private final Clock clock;

    ErasureLoop(
            Database database,
            Transitions transitions,
            PhoneDigests digests,
            Outbox outbox,
            RetentionConfig retention,
            Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.digests = digests;
        this.outbox = outbox;
        this.retention = retention;
        this.clock = clock;
    }

    private record Open(UUID erasureId, String clinicId, String patientId, Instant erasedAt) {

        static Open of(Row row) throws SQLException {
            return new Open(
                    row.uuid("erasure_id"),
                    row.text("clinic_id"),
                    Objects.requireNonNull(row.text("patient_id"), "an open erasure of nobody"),
                    row.instant("erased_at"));
        }
    }

    @ActsForService("erase-patients")
    @Scheduled(
            identity = "erase-patients",
            every = "${retention.every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void erase() {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.query(OPEN, Map.of("most", BATCH), Open::of)
                                        .forEach(this::erase));
    }

    /** Opt-outs whose number nothing else holds any more stand by a digest. */
    @ActsForService("digest-old-opt-outs")
    @Scheduled(
            identity = "digest-old-opt-outs",
            every = "${retention.every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void digestOldOptOuts() {
        var before =
                clock.instant().atOffset(ZoneOffset.UTC).minus(retention.contactData()).toInstant();
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                digests.replace(
                                        database.query(
                                                OLD_OPT_OUTS,
                                                Map.of("before", before),
                                                row -> row.text("phone"))));
    }

    private void erase(Open erasure) {
        var now = clock.instant();
        var values = new HashMap<String, Object>();
        values.put("erasureId", erasure.erasureId());
        values.put("clinicId", erasure.clinicId());
        values.put("patientId", erasure.patientId());
        values.put("erasedAt", erasure.erasedAt());
        values.put("now", now);
        transitions.move(
                database.query(WAITING, values, MessageFacts::read).stream()
                        .map(GiveUpPolicy.erased()::of)
                        .toList(),
                now);
        database.update(MARK_WITHDRAWN, values);
        values.put("phones", database.query(PHONES, values, row -> row.text("phone")));
        digests.replace(database.query(PHONES, values, row -> row.text("phone")));
        FORGET.forEach(sql -> database.update(sql, values));
        if (!database.first(LEFT, values, row -> row.flag("is_left")).orElse(false)) {
            report(erasure, values, now);
        }
    }

    /** The outbox keeps the order: dead letters that it still holds leave before. */
    private void report(Open erasure, Map<String, Object> values, Instant now) {
        database.update(REPORTED, values);
        outbox.addEvents(
                List.of(
                        new PatientErasureReported(
                                erasure.erasureId(), erasure.clinicId(), Origins.SERVICE, now)),
                now);
    }
}
