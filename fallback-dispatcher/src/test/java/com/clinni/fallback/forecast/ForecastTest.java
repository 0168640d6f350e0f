package com.clinni.fallback.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.events.Channel;
import com.clinni.events.DayForecast;
import com.clinni.events.EventReader;
import com.clinni.events.Fallback;
import com.clinni.events.Reading;
import com.clinni.events.SmsCreditWarned;
import com.clinni.events.Topics;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForecastTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final LocalDate TOMORROW = LocalDate.of(2030, 3, 6);

    private final EventReader<SmsCreditWarned> reader =
            new EventReader<>(SmsCreditWarned.class, Topics.SMS_CREDIT_WARNED);
    private final String clinic = "clinica-" + UUID.randomUUID();

    @Test
    void credit_that_will_not_suffice_is_warned_of_once_however_often_the_day_is_told() {
        CreditClient.topUp(clinic, 19);
        told(bySms(TOMORROW, 10));
        TestPublisher.publish(bySms(TOMORROW, 10));
        TestPublisher.publish(bySms(TOMORROW, 100));
        told(bySms(TOMORROW.plusDays(1), 1));

        assertThat(warnings())
                .containsExactly(new SmsCreditWarned(clinic, TOMORROW, 20, 19, MutableClock.START));
        forecast("?day=2030-03-06")
                .statusCode(200)
                .body("day", equalTo("2030-03-06"))
                .body("reminders", equalTo(10))
                .body("expectedFallbacks", equalTo(0))
                .body("sms", equalTo(10))
                .body("segments", equalTo(20))
                .body("creditLeft", equalTo(19))
                .body("creditThen", equalTo(19))
                .body("suffices", equalTo(false))
                .body("madeAt", equalTo(MutableClock.START.toString()));
        forecast("").body("day", equalTo("2030-03-07"));
    }

    @Test
    void a_day_that_is_told_twice_in_one_batch_is_warned_of_once() {
        for (var i = 0; i < 20; i++) {
            TestPublisher.publish(bySms(TOMORROW, 10));
        }
        told(bySms(TOMORROW.plusDays(1), 0));

        assertThat(warnings()).hasSize(1);
    }

    @Test
    void credit_that_suffices_is_not_warned_of_and_what_is_left_is_told_as_it_is_now() {
        CreditClient.topUp(clinic, 20);
        told(bySms(TOMORROW, 10));
        assertThat(warnings()).isEmpty();
        forecast("").body("suffices", equalTo(true)).body("creditLeft", equalTo(20));

        execute("UPDATE sms_credit SET spent = 5 WHERE clinic_id = '" + clinic + "'");
        forecast("")
                .body("suffices", equalTo(false))
                .body("creditLeft", equalTo(15))
                .body("creditThen", equalTo(20));
    }

    @Test
    void segments_go_by_the_clinics_own_sms_of_the_last_weeks() {
        CreditClient.topUp(clinic, 6);
        List.of(1, 2, 2).forEach(segments -> paid(segments, 27));
        paid(9, 29);

        told(day(TOMORROW, Channel.WHATSAPP, Fallback.SMS, 40, 4));

        forecast("")
                .body("sms", equalTo(4))
                .body("segments", equalTo(7))
                .body("expectedFallbacks", equalTo(4))
                .body("reminders", equalTo(40));
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void a_clinic_that_needs_no_sms_needs_no_credit() {
        told(day(TOMORROW, Channel.WHATSAPP, Fallback.EMAIL, 40, 4));

        forecast("").body("segments", equalTo(0)).body("suffices", equalTo(true));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_a_dead_letter_and_the_next_day_is_taken_in() {
        TestPublisher.publish(TestPublisher.poison(Topics.DAY_FORECAST, clinic, "{".getBytes()));
        told(bySms(TOMORROW, 0));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                query(
                                                        "SELECT topic FROM outbox WHERE topic = ?",
                                                        Topics.deadLetterOf(Topics.DAY_FORECAST)))
                                        .hasSize(1));
    }

    @Test
    void a_day_that_nobody_told_has_no_forecast() {
        forecast("")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NO_FORECAST"));
        told(bySms(TOMORROW, 1));
        forecast("?day=2030-03-05").statusCode(404).body("code", equalTo("NO_FORECAST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030-02-30", "2030-3-6", "tomorrow", "+2030-03-06"})
    void what_is_no_day_is_a_bad_request(String day) {
        forecast("?day=" + day).statusCode(400).body("field", equalTo("day"));
    }

    private void paid(int segments, int daysAgo) {
        execute(
                "INSERT INTO sms_credit_entry (clinic_id, kind, segments, message_id, reason, at)"
                        + " VALUES ('%s', 'SPENT', %d, gen_random_uuid(), 'ACCEPTED', '%s')"
                                .formatted(
                                        clinic,
                                        segments,
                                        MutableClock.START.minus(Duration.ofDays(daysAgo))));
    }

    private DayForecast bySms(LocalDate day, int reminders) {
        return day(day, Channel.SMS, Fallback.EMAIL, reminders, 0);
    }

    private DayForecast day(
            LocalDate day, Channel channel, Fallback fallback, int reminders, int fallbacks) {
        return new DayForecast(
                clinic,
                day,
                ZoneId.of("Europe/Madrid"),
                channel,
                fallback,
                reminders,
                fallbacks,
                MutableClock.START);
    }

    /** Comes back when it was taken in, and with it whatever the clinic was told before. */
    private void told(DayForecast day) {
        TestPublisher.publish(day);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                !query(
                                                "SELECT 1 FROM forecast WHERE clinic_id = ? AND day"
                                                        + " = ?",
                                                clinic,
                                                day.day())
                                        .isEmpty());
    }

    private List<SmsCreditWarned> warnings() {
        return query("SELECT * FROM outbox WHERE topic = ? ORDER BY id", Topics.SMS_CREDIT_WARNED)
                .stream()
                .map(
                        row ->
                                reader.read(
                                        StoredHeaders.unpack((byte[]) row.get("record_headers")),
                                        (byte[]) row.get("record_value")))
                .map(reading -> ((Reading.Read<SmsCreditWarned>) reading).event())
                .toList();
    }

    private ValidatableResponse forecast(String query) {
        return given().urlEncodingEnabled(false)
                .get("/clinics/" + clinic + "/forecast" + query.replace("+", "%2B"))
                .then();
    }
}
