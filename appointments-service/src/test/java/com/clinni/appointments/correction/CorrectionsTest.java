package com.clinni.appointments.correction;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.TestClinics.timeline;
import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.events.ReminderDue;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class CorrectionsTest {

    private static final Instant SLOT_AT = Instant.parse("2027-03-10T15:30:00Z");
    private static final String WITHIN_THE_DAY = "2027-03-10T12:00:00+01:00";
    private static final Instant WITHIN_THE_DAY_AT = Instant.parse("2027-03-10T11:00:00Z");
    private static final String FAR_OFF = "2027-03-20T12:00:00+01:00";

    @Inject MutableClock clock;
    @Inject CorrectionSteps told;
    @Inject CorrectionLoop loop;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_visit_moved_after_its_reminder_was_sent_has_one_message_with_the_new_hour() {
        var visit = told.reminded(clinic());
        move(visit, FAR_OFF).then().statusCode(200);

        assertThat(told.of(visit)).hasSize(1);
        assertThat(told.onceSettled(visit)).hasSize(2);
        assertThat(told.onceSettled(visit).getLast())
                .returns("visit-moved", ReminderDue::kind)
                .returns("moved", ReminderDue::rule)
                .returns(Instant.parse("2027-03-20T11:00:00Z"), ReminderDue::startsAt)
                .returns(SLOT_AT, ReminderDue::sendBefore)
                .returns(2L, ReminderDue::appointmentVersion);
        assertThat(told.onceSettled(visit)).hasSize(2);
        timeline(visit)
                .then()
                .body("kind", contains("reminder", "visit-moved", "reminder"))
                .body("state", contains("SENT", "QUEUED", "SCHEDULED"))
                .body("[1].history[0].detail", equalTo("CORRECTION"));
    }

    @Test
    void a_visit_cancelled_after_its_reminder_was_sent_has_one_message_that_names_it() {
        var visit = told.reminded(clinic());
        cancel(visit).then().statusCode(204);
        cancel(visit).then().statusCode(204);

        assertThat(told.onceSettled(visit)).hasSize(2);
        assertThat(told.onceSettled(visit).getLast())
                .returns("visit-cancelled", ReminderDue::kind)
                .returns(SLOT_AT, ReminderDue::startsAt)
                .returns(SLOT_AT, ReminderDue::sendBefore);
        assertThat(told.onceSettled(visit)).hasSize(2);
    }

    @Test
    void a_visit_moved_before_anything_went_out_has_its_reminder_at_once_and_nothing_else() {
        var visit = book(clinic(), SLOT);
        clock.set("2027-03-09T12:00:00Z");
        move(visit, WITHIN_THE_DAY).then().statusCode(200);

        assertThat(told.of(visit)).extracting(ReminderDue::kind).containsExactly("reminder");
        assertThat(told.onceSettled(visit)).hasSize(1);
    }

    @Test
    void a_visit_booked_inside_the_lead_time_has_one_message() {
        clock.set("2027-03-09T18:00:00Z");
        var visit = book(clinic(), SLOT);

        assertThat(told.onceSettled(visit)).singleElement().returns("reminder", ReminderDue::kind);
        assertThat(told.onceSettled(visit)).hasSize(1);
    }

    @Test
    void moved_within_the_lead_time_the_correction_stands_for_the_reminder() {
        var visit = told.reminded(clinic());
        move(visit, WITHIN_THE_DAY).then().statusCode(200);

        assertThat(told.of(visit)).hasSize(1);
        assertThat(told.onceSettled(visit)).hasSize(2);
        clock.advance(Duration.ofHours(1));
        assertThat(told.onceSettled(visit).getLast())
                .returns("visit-moved", ReminderDue::kind)
                .returns(WITHIN_THE_DAY_AT, ReminderDue::startsAt);
        assertThat(told.of(visit)).hasSize(2);
        timeline(visit).then().body("state", contains("SENT", "CANCELLED", "QUEUED"));
    }

    @Test
    void what_was_under_way_at_the_move_is_waited_for_and_corrected_when_it_arrived() {
        var visit = told.published(clinic());
        told.report(told.of(visit).getFirst(), 1, SENDING);
        move(visit, WITHIN_THE_DAY).then().statusCode(200);
        assertThat(told.onceSettled(visit)).hasSize(1);
        assertThat(told.onceSettled(visit)).hasSize(1);

        told.report(told.of(visit).getFirst(), 2, ACCEPTED);

        assertThat(told.onceSettled(visit)).hasSize(2);
        assertThat(told.onceSettled(visit).getLast().kind()).isEqualTo("visit-moved");
    }

    @Test
    void what_was_withdrawn_in_time_is_not_corrected_and_the_reminder_goes() {
        var visit = told.published(clinic());
        move(visit, WITHIN_THE_DAY).then().statusCode(200);
        assertThat(told.onceSettled(visit)).hasSize(1);

        told.report(told.of(visit).getFirst(), 1, WITHDRAWN);

        assertThat(told.onceSettled(visit))
                .extracting(ReminderDue::kind)
                .containsExactly("reminder", "reminder");
        assertThat(told.onceSettled(visit)).hasSize(2);
    }

    @Test
    void while_nobody_knows_for_too_long_the_reminder_goes_and_says_the_new_hour() {
        var visit = told.published(clinic());
        move(visit, WITHIN_THE_DAY).then().statusCode(200);
        clock.advance(Duration.ofMinutes(15));

        assertThat(told.of(visit)).hasSize(2);
        told.report(told.of(visit).getFirst(), 1, ACCEPTED);

        assertThat(told.onceSettled(visit))
                .extracting(ReminderDue::kind)
                .containsExactly("reminder", "reminder");
    }

    @Test
    void moved_away_and_back_nothing_is_told() {
        var visit = told.reminded(clinic());
        move(visit, FAR_OFF).then().statusCode(200);
        move(visit, SLOT).then().statusCode(200);

        assertThat(told.onceSettled(visit)).hasSize(1);
        clock.advance(Duration.ofHours(1));
        assertThat(told.onceSettled(visit)).hasSize(1);
    }

    @Test
    void moved_twice_before_it_settled_only_the_last_hour_is_told() {
        var visit = told.reminded(clinic());
        move(visit, FAR_OFF).then().statusCode(200);
        clock.advance(Duration.ofSeconds(15));
        move(visit, WITHIN_THE_DAY).then().statusCode(200);
        clock.advance(Duration.ofSeconds(15));
        assertThat(told.of(visit)).hasSize(1);

        assertThat(told.onceSettled(visit))
                .hasSize(2)
                .last()
                .returns(WITHIN_THE_DAY_AT, ReminderDue::startsAt);
    }

    @Test
    void a_correction_is_corrected_too() {
        var visit = told.reminded(clinic());
        move(visit, FAR_OFF).then().statusCode(200);
        told.report(told.onceSettled(visit).getLast(), 1, ACCEPTED);
        cancel(visit).then().statusCode(204);

        assertThat(told.onceSettled(visit).getLast())
                .returns("visit-cancelled", ReminderDue::kind)
                .returns(Instant.parse("2027-03-20T11:00:00Z"), ReminderDue::startsAt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "CANCELLED"})
    void a_clinic_that_does_not_want_it_has_its_reminder_at_once(String policy) {
        var visit = told.reminded(clinic("corrections", '"' + policy + '"'));
        move(visit, WITHIN_THE_DAY).then().statusCode(200);

        assertThat(told.of(visit))
                .extracting(ReminderDue::kind)
                .containsExactly("reminder", "reminder");
        assertThat(told.onceSettled(visit)).hasSize(2);
    }

    @Test
    void nothing_is_told_once_the_old_hour_is_over() {
        var visit = told.reminded(clinic());
        clock.set("2027-03-10T15:30:00Z");
        move(visit, FAR_OFF).then().statusCode(200);

        assertThat(told.onceSettled(visit)).hasSize(1);
    }

    @Test
    void a_later_move_withdraws_a_correction_like_any_message() {
        var visit = told.reminded(clinic());
        move(visit, FAR_OFF).then().statusCode(200);
        told.onceSettled(visit);
        move(visit, SLOT).then().statusCode(200);

        timeline(visit)
                .then()
                .body("find { it.kind == 'visit-moved' }.state", equalTo("CANCELLED"));
        assertThat(told.onceSettled(visit)).hasSize(2);
    }

    @Test
    void several_nodes_that_decide_at_once_tell_each_change_once() {
        var clinic = clinic();
        var visits = IntStream.range(0, 30).mapToObj(i -> told.reminded(clinic)).toList();
        visits.forEach(visit -> move(visit, FAR_OFF).then().statusCode(200));
        clock.advance(Duration.ofSeconds(20));

        CompletableFuture.allOf(
                        IntStream.range(0, 4)
                                .mapToObj(i -> CompletableFuture.runAsync(loop::decideDue))
                                .toArray(CompletableFuture[]::new))
                .join();
        loop.decideDue();

        assertThat(visits).allSatisfy(visit -> assertThat(told.of(visit)).hasSize(2));
    }
}
