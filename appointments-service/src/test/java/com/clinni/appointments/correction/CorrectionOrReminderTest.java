package com.clinni.appointments.correction;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.events.DeliveryState.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.ReminderDue;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a correction and a reminder that say the same, one reaches the patient, and never none. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class CorrectionOrReminderTest {

    private static final String WITHIN_THE_DAY = "2027-03-10T12:00:00+01:00";
    private static final String FAR_OFF = "2027-03-20T12:00:00+01:00";
    private static final String TWO_RULES = "[{\"before\":\"PT24H\"},{\"before\":\"PT2H\"}]";

    @Inject MutableClock clock;
    @Inject CorrectionSteps told;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_reminder_that_fell_due_while_the_visit_was_elsewhere_is_made_up_for() {
        var visit = told.reminded(clinic("reminders", TWO_RULES));
        clock.set("2027-03-10T13:29:50Z");
        move(visit, FAR_OFF).then().statusCode(200);
        clock.set("2027-03-10T13:30:05Z");
        move(visit, SLOT).then().statusCode(200);

        assertThat(told.onceSettled(visit))
                .extracting(ReminderDue::kind)
                .containsExactly("reminder", "reminder");
        assertThat(told.onceSettled(visit)).hasSize(2);
    }

    @Test
    void moved_away_and_back_twice_nothing_is_told() {
        var visit = told.reminded(clinic());
        for (var start : List.of(FAR_OFF, SLOT, FAR_OFF, SLOT)) {
            move(visit, start).then().statusCode(200);
            clock.advance(Duration.ofSeconds(5));
        }

        assertThat(told.onceSettled(visit)).hasSize(1);
        clock.advance(Duration.ofHours(1));
        assertThat(told.onceSettled(visit)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"WHATSAPP, NONE, 3", "WHATSAPP, EMAIL, 2", "EMAIL, NONE, 2"})
    void where_quiet_hours_outlast_a_correction_the_reminder_stays(
            String channel, String fallback, int messages) {
        var visit =
                book(
                        clinic(
                                "account",
                                "\"PRO\"",
                                "channel",
                                '"' + channel + '"',
                                "fallback",
                                '"' + fallback + '"',
                                "quietHours",
                                "{\"from\":\"21:00\",\"to\":\"09:00\"}"),
                        "2027-03-10T08:00:00+01:00");
        clock.set("2027-03-09T06:00:00Z");
        told.report(told.of(visit).getFirst(), 1, ACCEPTED);
        clock.set("2027-03-09T21:00:00Z");
        move(visit, WITHIN_THE_DAY).then().statusCode(200);

        assertThat(told.onceSettled(visit))
                .hasSize(messages)
                .extracting(ReminderDue::kind)
                .containsOnlyOnce("visit-moved");
    }
}
