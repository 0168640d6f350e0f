package com.clinni.appointments.appointment.booking;

import com.clinni.appointments.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The answers to bookings that carried a key: the same question has the same answer. */
@ApplicationScoped
class IdempotentAnswers {

    /** Waits for another transaction with the same key, so that only one of them books. */
    private static final String BEGIN =
            """
            INSERT INTO idempotent_answer (clinic_id, key, request_hash, created_at)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String FIND =
            "SELECT request_hash, answer FROM idempotent_answer WHERE clinic_id = ? AND key = ?";

    private static final String KEEP =
            "UPDATE idempotent_answer SET answer = ? WHERE clinic_id = ? AND key = ?";

    private static final String DISCARD =
            "DELETE FROM idempotent_answer WHERE clinic_id = ? AND key = ?";

    private final Database database;

    IdempotentAnswers(Database database) {
        this.database = database;
    }

    /** What was asked before under a key. */
    record Earlier(boolean isSameRequest, String answer) {}

    /** Takes the key for this transaction, or says what it was used for. */
    Optional<Earlier> begin(String clinicId, String key, byte[] requestHash, Instant now) {
        if (database.update(BEGIN, clinicId, key, requestHash, now) == 1) {
            return Optional.empty();
        }
        return database
                .query(
                        FIND,
                        row ->
                                new Earlier(
                                        Arrays.equals(row.getBytes("request_hash"), requestHash),
                                        row.getString("answer")),
                        clinicId,
                        key)
                .stream()
                .findFirst();
    }

    void keep(String clinicId, String key, String answer) {
        database.update(KEEP, answer, clinicId, key);
    }

    /** A refused request leaves the key free. */
    void discard(String clinicId, String key) {
        database.update(DISCARD, clinicId, key);
    }
}
