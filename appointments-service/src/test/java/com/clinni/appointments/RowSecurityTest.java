package com.clinni.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.ClinicScope;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.access.Role;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL shows to each caller, where nothing else asks who it is. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class RowSecurityTest {

    private static final int MORE_THAN_THE_POOL_HAS = 40;

    @Inject DataSource pool;

    private final String alfa = "alfa-" + UUID.randomUUID();
    private final String beta = "beta-" + UUID.randomUUID();
    private final Caller atAlfa = centro(alfa);
    private final Caller support =
            Caller.signedIn("support", Set.of(Role.SOPORTE), ClinicScope.EVERY);
    private final Caller service = Caller.thisService("publish-due-reminders");

    @BeforeEach
    void two_clinics_have_one_answer_each() {
        DatabaseAdmin.execute("TRUNCATE idempotent_answer");
        for (var clinic : List.of(alfa, beta)) {
            DatabaseAdmin.execute(inserted(clinic, "first"));
        }
    }

    @Test
    void a_caller_of_a_clinic_sees_its_rows_and_callers_of_every_clinic_all_of_them() {
        assertThat(seenBy(atAlfa)).containsExactly(alfa);
        assertThat(seenBy(centro(beta))).containsExactly(beta);
        assertThat(seenBy(centro(alfa, beta))).containsExactly(alfa, beta);
        assertThat(seenBy(support)).containsExactly(alfa, beta);
        assertThat(seenBy(service)).containsExactly(alfa, beta);
    }

    @Test
    void nobody_and_who_has_no_clinic_sees_nothing() {
        assertThat(seenBy(Caller.NOBODY)).isEmpty();
        assertThat(seenBy(centro())).isEmpty();
        assertThat(seenBy(centro("*"))).isEmpty();
        assertThat(seenBy(centro(alfa + " "))).isEmpty();
    }

    @Test
    void a_clinic_cannot_be_named_together_with_another() {
        assertThatThrownBy(() -> centro("x," + beta)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_row_of_another_clinic_is_neither_written_nor_moved_nor_deleted() {
        assertThatThrownBy(() -> does(atAlfa, inserted(beta, "second")))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(
                        () ->
                                does(
                                        atAlfa,
                                        "UPDATE idempotent_answer SET clinic_id = '%s'"
                                                .formatted(beta)))
                .hasMessageContaining("row-level security");
        assertThat(does(atAlfa, "DELETE FROM idempotent_answer")).isEqualTo(1);
        assertThat(seenBy(service)).containsExactly(beta);
    }

    @Test
    void a_table_of_no_clinic_shows_nothing_to_a_caller_of_one() {
        assertThatThrownBy(() -> does(atAlfa, "SELECT 1 FROM outbox"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> does(service, "SELECT 1 FROM flyway_schema_history"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_connection_forgets_whom_it_was_for() throws Exception {
        var callers = List.of(atAlfa, support, Caller.NOBODY, service, centro(beta));
        var rows = List.of(1, 2, 0, 2, 1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var looks =
                    IntStream.range(0, 500)
                            .mapToObj(
                                    i ->
                                            (Callable<Boolean>)
                                                    () ->
                                                            seenBy(callers.get(i % 5)).size()
                                                                    == rows.get(i % 5))
                            .toList();
            for (var look : threads.invokeAll(looks)) {
                assertThat(look.get()).isTrue();
            }
        }
    }

    @Test
    void a_rollback_brings_no_earlier_caller_back() {
        for (var i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            CurrentCaller.run(
                    service,
                    () -> {
                        QuarkusTransaction.begin();
                        assertThat(read()).containsExactly(alfa, beta);
                        QuarkusTransaction.rollback();
                    });
            assertThat(seenBy(atAlfa)).containsExactly(alfa);
            CurrentCaller.run(
                    atAlfa,
                    () -> {
                        QuarkusTransaction.begin();
                        assertThat(read()).containsExactly(alfa);
                        QuarkusTransaction.rollback();
                    });
            assertThat(seenBy(Caller.NOBODY)).isEmpty();
        }
    }

    @Test
    void a_transaction_keeps_the_caller_that_it_began_with() {
        CurrentCaller.run(
                atAlfa,
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(
                                        () -> {
                                            assertThat(read()).containsExactly(alfa);
                                            assertThat(seenBy(service)).containsExactly(alfa);
                                        }));
    }

    @Test
    void where_postgresql_cannot_be_told_who_asks_nobody_sees_anything_and_the_pool_recovers() {
        assertThat(seenBy(service)).isNotEmpty();
        DatabaseAdmin.execute(membership("REVOKE %s FROM %s"));
        try {
            for (var i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
                assertThatThrownBy(() -> seenBy(atAlfa)).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(
                                () ->
                                        QuarkusTransaction.requiringNew()
                                                .run(
                                                        () -> {
                                                            assertThatThrownBy(() -> seenBy(atAlfa))
                                                                    .isNotNull();
                                                            seenBy(atAlfa);
                                                        }))
                        .isNotNull();
            }
        } finally {
            DatabaseAdmin.execute(membership("GRANT %s TO %s WITH INHERIT FALSE, SET TRUE"));
        }
        for (var i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            assertThat(seenBy(atAlfa)).containsExactly(alfa);
        }
    }

    private static String membership(String change) {
        return "DO $$ BEGIN EXECUTE format('%s', current_database() || '_app', current_database() || '_runtime'); END $$"
                .formatted(change.replace("%s", "%I"));
    }

    private static Caller centro(String... clinics) {
        return Caller.signedIn("reception", Set.of(Role.CENTRO), ClinicScope.of(Set.of(clinics)));
    }

    private static String inserted(String clinic, String key) {
        return "INSERT INTO idempotent_answer (clinic_id, key, request_hash, created_at)"
                + " VALUES ('%s', '%s', '', now())".formatted(clinic, key);
    }

    private List<String> seenBy(Caller caller) {
        return CurrentCaller.call(caller, this::read);
    }

    private List<String> read() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT clinic_id FROM idempotent_answer ORDER BY clinic_id")) {
            var clinics = new ArrayList<String>();
            while (rows.next()) {
                clinics.add(rows.getString(1));
            }
            return clinics;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int does(Caller caller, String sql) {
        return CurrentCaller.call(
                caller,
                () -> {
                    try (var connection = pool.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                        return statement.getUpdateCount();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
