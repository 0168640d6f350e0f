package com.clinni.whatsapp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.QuietHours;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SqlText;
import com.clinni.whatsapp.Tables;
import com.clinni.whatsapp.TestMessage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database takes for quiet is what QuietHours says, at any moment of any hours. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class QuietTimesTest {

    private static final String ANSWERS =
            "SELECT reminder_id, at, %s, %s FROM message CROSS JOIN unnest(?::timestamptz[]) AS at"
                    .formatted(fragment("is-quiet"), fragment("quiet-until"));
    private static final List<String> ZONES =
            List.of("Europe/Madrid", "Atlantic/Canary", "America/New_York", "Asia/Kolkata");

    @Inject ServiceDriver driver;
    @Inject MutableClock clock;
    @Inject Tables tables;

    private record Answer(UUID of, Instant at, boolean isQuiet, Instant until) {}

    @BeforeEach
    void begin() {
        driver.begin();
    }

    /** A day before each change of the clocks, and a day without. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-03-09T12:00:00Z",
                "2030-03-30T12:00:00Z",
                "2030-07-01T12:00:00Z",
                "2030-10-26T12:00:00Z",
                "2030-11-02T12:00:00Z"
            })
    void the_database_and_java_agree_about_every_moment(Instant day) {
        var random = new Random(day.getEpochSecond());
        clock.set(day);
        var messages = new ArrayList<TestMessage>();
        for (var i = 0; i < 60; i++) {
            messages.add(
                    TestMessage.dueAt(day)
                            .sendBefore(day.plus(Duration.ofDays(2)))
                            .quiet(
                                    new QuietHours(anyTime(random), anyTime(random)),
                                    ZONES.get(i % ZONES.size())));
        }
        driver.arrivesInOneBatch(messages.stream().map(driver::record).toList());
        var moments = new ArrayList<String>();
        for (var minutes = 0; minutes < 2 * 24 * 60; minutes += 10) {
            moments.add(day.plus(Duration.ofMinutes(minutes)).toString());
        }

        var answers =
                tables.read(
                        ANSWERS,
                        row ->
                                new Answer(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getBoolean(3),
                                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant)
                                                .orElse(null)),
                        "{" + String.join(",", moments) + "}");

        assertThat(answers).hasSize(messages.size() * moments.size());
        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            var end = endAfter(answer, messages);
                            assertThat(answer.until()).isEqualTo(end.orElse(null));
                            assertThat(answer.isQuiet()).isEqualTo(end.isPresent());
                        });
    }

    @Test
    void a_message_that_may_wait_for_years_is_told_two_months_of_quiet_times_and_then_no_other() {
        var night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));
        var patient =
                TestMessage.dueAt(clock.instant())
                        .sendBefore(clock.instant().plus(Duration.ofDays(100_000)))
                        .quiet(night, "Europe/Madrid");

        var times = QuietTimes.of(patient.message(), clock.instant());

        assertThat(times.split("\\[")).hasSize(1 + 60 + 1);
        assertThat(times)
                .endsWith(
                        "[%s,%s)}"
                                .formatted(
                                        clock.instant().plus(QuietTimes.TOLD_AHEAD),
                                        patient.message().sendBefore()));
        driver.arrives(patient);
        assertThat(driver.one("SELECT state FROM message")).isEqualTo("WAITING");
    }

    @Test
    void a_clinic_without_quiet_hours_has_no_quiet_times() {
        var message = TestMessage.dueAt(clock.instant()).message();

        assertThat(QuietTimes.of(message, clock.instant())).isEqualTo("{}");
    }

    private static Optional<Instant> endAfter(Answer answer, List<TestMessage> messages) {
        var clinic =
                messages.stream()
                        .filter(message -> message.id().equals(answer.of()))
                        .findFirst()
                        .orElseThrow()
                        .message()
                        .clinic();
        return clinic.quietHours().endAfter(answer.at(), clinic.zone());
    }

    private static LocalTime anyTime(Random random) {
        return LocalTime.of(random.nextInt(24), 10 * random.nextInt(6));
    }

    private static String fragment(String name) {
        return SqlText.of("messages", name).replace(":now", "at");
    }
}
