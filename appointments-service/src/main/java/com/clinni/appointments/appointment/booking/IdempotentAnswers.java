package com.clinni.appointments.appointment.booking;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The answers to bookings that carried a key: the same question has the same answer. */
@ApplicationScoped
class IdempotentAnswers {

    private static final Sql BEGIN = Sql.named("idempotent-answers/begin");
    private static final Sql FIND = Sql.named("idempotent-answers/find");
    private static final Sql KEEP = Sql.named("idempotent-answers/keep");
    private static final Sql DISCARD = Sql.named("idempotent-answers/discard");

    private final Database database;

    IdempotentAnswers(Database database) {
        this.database = database;
    }

    /** What was asked before under a key. */
    record Earlier(boolean isSameRequest, String answer) {}

    /** Takes the key for this transaction, or says what it was used for. */
    Optional<Earlier> begin(String clinicId, String key, byte[] requestHash, Instant now) {
        var begun =
                Map.of("clinicId", clinicId, "key", key, "requestHash", requestHash, "now", now);
        if (database.update(BEGIN, begun) == 1) {
            return Optional.empty();
        }
        return database.first(
                FIND,
                Map.of("clinicId", clinicId, "key", key),
                row ->
                        new Earlier(
                                Arrays.equals(row.bytes("request_hash"), requestHash),
                                row.text("answer")));
    }

    void keep(String clinicId, String key, String answer) {
        database.update(KEEP, Map.of("answer", answer, "clinicId", clinicId, "key", key));
    }

    /** A refused request leaves the key free. */
    void discard(String clinicId, String key) {
        database.update(DISCARD, Map.of("clinicId", clinicId, "key", key));
    }
}
