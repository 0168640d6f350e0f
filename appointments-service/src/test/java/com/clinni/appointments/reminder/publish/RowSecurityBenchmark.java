package com.clinni.appointments.reminder.publish;

import com.clinni.appointments.TestClinics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.infrastructure.RowSecurity;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Publishing what is due with row-level security, beside the same without: make bench. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class RowSecurityBenchmark {

    private static final Logger LOG = Logger.getLogger(RowSecurityBenchmark.class);
    private static final int ROUNDS = 5;
    private static final int DUE = 20_000;

    @Inject MutableClock clock;
    @Inject ReminderPublisher publisher;
    @Inject AgroalDataSource pool;

    @Test
    void publishing() {
        clock.set("2027-03-01T09:00:00Z");
        var clinic = TestClinics.clinic();
        var interceptors = List.copyOf(pool.getPoolInterceptors());
        for (var round = 0; round < ROUNDS; round++) {
            LOG.infof("%d: %,d reminders a second with row-level security", round, rate(clinic));
            RowSecurity.lift();
            pool.setPoolInterceptors(List.of());
            pool.flush(FlushMode.GRACEFUL);
            LOG.infof("%d: %,d reminders a second without", round, rate(clinic));
            RowSecurity.restore();
            pool.setPoolInterceptors(interceptors);
            pool.flush(FlushMode.GRACEFUL);
        }
    }

    private long rate(String clinic) {
        gather(clinic);
        var begun = System.nanoTime();
        publisher.publishDue();
        var took = System.nanoTime() - begun;
        return DUE * 1_000_000_000L / took;
    }

    private static void gather(String clinic) {
        DatabaseAdmin.execute(
                """
                DELETE FROM reminder_due;
                CREATE TEMPORARY TABLE due AS
                    SELECT gen_random_uuid() AS reminder_id, gen_random_uuid()::text AS appointment_id
                    FROM generate_series(1, %2$d);
                INSERT INTO appointment (appointment_id, clinic_id, version, plan_version, cancelled, starts_at,
                    duration_minutes, patient_id, first_name, phone, email)
                SELECT appointment_id, '%1$s', 1, 1, false, '2027-03-02T09:00:00Z', 30, 'p-1', 'Ana',
                    '600 000 123', 'ana@example.com' FROM due;
                INSERT INTO reminder (reminder_id, appointment_id, appointment_version, clinic_id, rule, due_at,
                    send_before, planned_at, planned_by, state)
                SELECT reminder_id, appointment_id, 1, '%1$s', 'PT24H', '2027-03-01T08:59:00Z',
                    '2027-03-02T08:45:00Z', '2027-02-01T09:00:00Z', 'BOOKING', 'SCHEDULED' FROM due;
                INSERT INTO reminder_due (reminder_id, due_at, clinic_id)
                SELECT reminder_id, '2027-03-01T08:59:00Z', '%1$s' FROM due;
                ANALYZE appointment, reminder, reminder_due\
                """
                        .formatted(clinic, DUE));
    }
}
