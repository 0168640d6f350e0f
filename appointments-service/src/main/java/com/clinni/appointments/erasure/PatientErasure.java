package com.clinni.appointments.erasure;

import com.clinni.events.PatientErased;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.ReminderWithdrawn.Reason;
import com.clinni.events.audit.AuditAction;
import com.clinni.events.contact.Checked;
import com.clinni.events.contact.EmailCheck;
import com.clinni.events.contact.PhoneCheck;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Erases a patient of a clinic in one transaction: planned messages are withdrawn, names, addresses
 * and words go, and the other services are told. Asking twice does it once. A patient who booked
 * again since is erased anew.
 */
@ApplicationScoped
class PatientErasure {

    private static final Sql HOLD_VISITS = Sql.named("erasure/hold-visits");
    private static final Sql LAST = Sql.named("erasure/last");
    private static final Sql REMEMBER = Sql.named("erasure/remember");
    private static final Sql UNQUEUE = Sql.named("erasure/unqueue");
    private static final Sql WITHDRAW = Sql.named("erasure/withdraw");
    private static final List<Sql> FORGET =
            List.of(
                    Sql.named("erasure/forget-contacts"),
                    Sql.named("erasure/forget-tasks"),
                    Sql.named("erasure/forget-keys"),
                    Sql.named("erasure/forget-corrections"),
                    Sql.named("erasure/forget-answers"));

    private final Database database;
    private final Outbox outbox;
    private final KeyedDigest digest;
    private final AccessLog log;
    private final Clock clock;

    PatientErasure(
            Database database, Outbox outbox, KeyedDigest digest, AccessLog log, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.digest = digest;
        this.log = log;
        this.clock = clock;
    }

    /** An erasure that was asked for. */
    record Erasure(UUID erasureId, Instant erasedAt) {}

    private record Visit(
            String id, @Nullable String phone, @Nullable String email, boolean hasContact) {

        static Visit of(Row row) throws SQLException {
            return new Visit(
                    row.text("appointment_id"),
                    row.text("phone"),
                    row.text("email"),
                    row.flag("has_contact"));
        }
    }

    /** The last one of this patient; none where nobody ever asked for one. */
    Optional<Erasure> last(String clinicId, String patientId) {
        var values = new HashMap<String, Object>();
        values.put("clinicId", clinicId);
        values.put("patient", digest.ofPatient(clinicId, patientId));
        return database.first(
                LAST, values, row -> new Erasure(row.uuid("erasure_id"), row.instant("erased_at")));
    }

    /** Erases, in the caller's transaction; empty of a patient whom the clinic does not know. */
    Optional<Erasure> erase(String clinicId, String patientId, String reason) {
        var values = new HashMap<String, Object>();
        values.put("clinicId", clinicId);
        values.put("patientId", patientId);
        var visits = database.query(HOLD_VISITS, values, Visit::of);
        var last = last(clinicId, patientId);
        if (visits.isEmpty()
                || (last.isPresent() && visits.stream().noneMatch(Visit::hasContact))) {
            return last;
        }
        log.done(
                AccessEntry.of(AuditAction.PATIENT_ERASED)
                        .at(clinicId)
                        .about(patientId)
                        .because(reason));
        return Optional.of(erase(clinicId, patientId, visits));
    }

    private Erasure erase(String clinicId, String patientId, List<Visit> visits) {
        var now = clock.instant();
        var erasure = new Erasure(UUID.randomUUID(), now);
        var values = new HashMap<String, Object>();
        values.put("erasureId", erasure.erasureId());
        values.put("clinicId", clinicId);
        values.put("patientId", patientId);
        values.put("patient", digest.ofPatient(clinicId, patientId));
        values.put("appointmentIds", visits.stream().map(Visit::id).toList());
        values.put("now", now);
        database.update(UNQUEUE, values);
        outbox.addEvents(database.query(WITHDRAW, values, row -> withdrawal(row, now)), now);
        FORGET.forEach(sql -> database.update(sql, values));
        database.update(REMEMBER, values);
        outbox.addEvents(
                List.of(
                        new PatientErased(
                                erasure.erasureId(),
                                clinicId,
                                patientId,
                                now,
                                digests(visits, Visit::phone, this::phoneDigest),
                                digests(visits, Visit::email, this::emailDigest))),
                now);
        return erasure;
    }

    private static ReminderWithdrawn withdrawal(Row row, Instant now) throws SQLException {
        return new ReminderWithdrawn(
                row.uuid("reminder_id"),
                row.text("appointment_id"),
                row.number("appointment_version"),
                row.text("clinic_id"),
                Reason.CANCELLED,
                now);
    }

    private static List<UUID> digests(
            List<Visit> visits,
            Function<Visit, @Nullable String> written,
            Function<String, Stream<UUID>> digest) {
        return visits.stream()
                .map(written)
                .filter(Objects::nonNull)
                .flatMap(digest)
                .distinct()
                .toList();
    }

    private Stream<UUID> phoneDigest(String written) {
        return PhoneCheck.check(written) instanceof Checked.Usable(var phone)
                ? Stream.of(digest.of(phone))
                : Stream.empty();
    }

    private Stream<UUID> emailDigest(String written) {
        return EmailCheck.check(written) instanceof Checked.Usable(var email)
                ? Stream.of(digest.of(email))
                : Stream.empty();
    }
}
