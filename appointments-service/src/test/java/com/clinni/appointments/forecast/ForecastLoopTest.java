package com.clinni.appointments.forecast;

import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.TestDatabase;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Channel;
import com.clinni.events.DayForecast;
import com.clinni.events.EventReader;
import com.clinni.events.Fallback;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Far from the days of other tests: what they leave behind is neither tomorrow nor lately. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ForecastLoopTest {

    private static final String SEVEN_IN_MADRID = "2031-03-05T18:00:00Z";

    /** By somebody who then dies. */
    private static final String BEING_TOLD =
            "INSERT INTO forecast_made VALUES (?, '2031-03-06', ?)";

    private static final String WAITING =
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'";

    private final EventReader<DayForecast> reader =
            new EventReader<>(DayForecast.class, Topics.DAY_FORECAST);

    @Inject ForecastLoop forecasts;
    @Inject PastReminders lastWeeks;
    @Inject MutableClock clock;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;
    @Inject TestDatabase database;

    @BeforeEach
    void on_a_march_afternoon_with_nothing_behind() {
        clock.set("2031-03-05T12:00:00Z");
        lastWeeks.forget(clock.instant());
    }

    @Test
    void a_clinics_next_day_is_told_in_its_evening_with_how_many_will_fall_back() {
        var clinic = byWhatsApp("SMS");
        lastWeeks.of(clinic, 27, Channel.WHATSAPP, clock.instant());
        lastWeeks.fellBack(clinic, 3, Channel.SMS, clock.instant());
        book(clinic, "2031-03-07T00:00");
        var cancelled = book(clinic, "2031-03-07T12:00");
        book(clinic, "2031-03-07T23:59");
        book(clinic, "2031-03-08T00:00");
        cancel(cancelled);
        forecasts.make();
        assertThat(told(clinic)).isEmpty();

        clock.set(SEVEN_IN_MADRID);
        forecasts.make();

        var forecast = told(clinic).getFirst();
        assertThat(forecast)
                .returns(Channel.WHATSAPP, DayForecast::channel)
                .returns(Fallback.SMS, DayForecast::fallback)
                .returns(2, DayForecast::reminders)
                .returns(1, DayForecast::expectedFallbacks)
                .returns(Instant.parse(SEVEN_IN_MADRID), DayForecast::at);
        assertThat(forecast.day()).isEqualTo("2031-03-06");
        assertThat(forecast.zone().getId()).isEqualTo("Europe/Madrid");
        assertThat(kafka.of(Topics.DAY_FORECAST, clinic))
                .extracting(record -> KafkaLog.header(record, "ce_id"))
                .containsExactly(clinic + ":2031-03-06");
    }

    @Test
    void it_is_told_once_though_two_nodes_look_at_the_same_moment_and_again_later()
            throws Exception {
        var clinics = Stream.generate(() -> clinic()).limit(3).sorted().toList();
        clinics.forEach(clinic -> book(clinic, "2031-03-07T10:00"));
        clock.set(SEVEN_IN_MADRID);

        try (var nodes = Executors.newFixedThreadPool(2)) {
            QuarkusTransaction.begin();
            database.update(BEING_TOLD, clinics.getFirst(), clock.instant());
            var looks = List.of(nodes.submit(forecasts::make), nodes.submit(forecasts::make));
            await().until(() -> database.query(WAITING, row -> row.getInt(1)).getFirst() == 2);
            QuarkusTransaction.rollback();
            for (var look : looks) {
                look.get();
            }
        }
        clock.advance(Duration.ofHours(1));
        forecasts.make();

        assertThat(clinics).allSatisfy(clinic -> assertThat(told(clinic)).hasSize(1));
    }

    @Test
    void an_evening_that_was_missed_is_made_up_for_until_midnight() {
        var clinic = clinic();
        book(clinic, "2031-03-07T10:00");
        clock.set("2031-03-05T22:59:00Z");
        forecasts.make();
        assertThat(told(clinic)).hasSize(1);

        var late = clinic();
        book(late, "2031-03-07T10:00");
        clock.set("2031-03-05T23:00:00Z");
        forecasts.make();
        assertThat(told(late)).isEmpty();
    }

    @Test
    void a_clinic_that_knows_too_little_goes_by_the_house_and_else_by_nothing() {
        var fresh = byWhatsApp("EMAIL");
        book(fresh, "2031-03-07T10:00");
        book(fresh, "2031-03-07T11:00");
        clock.set(SEVEN_IN_MADRID);
        forecasts.make();
        assertThat(told(fresh).getFirst().expectedFallbacks()).isZero();

        var known = byWhatsApp("EMAIL");
        lastWeeks.of(known, 10, Channel.WHATSAPP, clock.instant());
        lastWeeks.fellBack(known, 15, Channel.EMAIL, clock.instant());
        var other = byWhatsApp("EMAIL");
        lastWeeks.of(other, 19, Channel.WHATSAPP, clock.instant());
        book(other, "2031-03-07T10:00");
        forecasts.make();

        // 15 of 44: one of one, rounded up
        assertThat(told(other).getFirst().expectedFallbacks()).isEqualTo(1);
    }

    @Test
    void what_went_by_email_before_the_clinic_had_whatsapp_did_not_fall_back() {
        var clinic = byWhatsApp("EMAIL");
        lastWeeks.of(clinic, 200, Channel.EMAIL, clock.instant());
        lastWeeks.of(clinic, 20, Channel.WHATSAPP, clock.instant());
        book(clinic, "2031-03-07T10:00");

        clock.set(SEVEN_IN_MADRID);
        forecasts.make();

        assertThat(told(clinic).getFirst().expectedFallbacks()).isZero();
    }

    @Test
    void nothing_falls_back_where_nothing_takes_whatsapps_place() {
        var clinic = byWhatsApp("NONE");
        lastWeeks.of(clinic, 5, Channel.WHATSAPP, clock.instant());
        lastWeeks.fellBack(clinic, 25, Channel.SMS, clock.instant());
        var bySms = clinic("channel", "\"SMS\"");
        book(clinic, "2031-03-07T10:00");
        book(bySms, "2031-03-07T10:00");

        clock.set(SEVEN_IN_MADRID);
        forecasts.make();

        assertThat(told(clinic).getFirst().expectedFallbacks()).isZero();
        assertThat(told(bySms).getFirst())
                .returns(Channel.SMS, DayForecast::channel)
                .returns(1, DayForecast::reminders)
                .returns(0, DayForecast::expectedFallbacks);
    }

    @Test
    void a_clinic_without_reminders_tomorrow_or_without_a_channel_is_told_nothing() {
        var idle = clinic();
        var silent = clinic("channel", "\"NONE\"");
        book(silent, "2031-03-07T10:00");

        clock.set(SEVEN_IN_MADRID);
        forecasts.make();

        assertThat(told(idle)).isEmpty();
        assertThat(told(silent)).isEmpty();
    }

    private static String byWhatsApp(String fallback) {
        return clinic(
                "channel", "\"WHATSAPP\"",
                "account", "\"PRO\"",
                "fallback", "\"" + fallback + "\"");
    }

    private List<DayForecast> told(String clinic) {
        outbox.relay();
        return kafka.of(Topics.DAY_FORECAST, clinic).stream()
                .map(record -> reader.read(record.headers(), record.value()))
                .map(reading -> ((Reading.Read<DayForecast>) reading).event())
                .toList();
    }
}
