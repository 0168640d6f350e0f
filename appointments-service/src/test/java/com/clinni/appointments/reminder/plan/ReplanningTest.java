package com.clinni.appointments.reminder.plan;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.put;
import static com.clinni.appointments.TestClinics.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.clinic.ClinicChanged;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.appointments.reminder.publish.PublisherSteps;
import com.clinni.events.Topics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ReplanningTest {

    private static final String DAY = "[{\"before\":\"PT24H\"}]";
    private static final String TWO_HOURS = "[{\"before\":\"PT2H\"}]";
    private static final String BOTH = "[{\"before\":\"PT24H\"},{\"before\":\"PT2H\"}]";

    @Inject MutableClock clock;
    @Inject PublisherSteps publisher;
    @Inject Replanning replanning;
    @Inject ReminderPlanner reminders;
    @Inject Clinics clinics;
    @Inject Event<ClinicChanged> changed;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @Test
    void a_rule_that_stays_keeps_its_reminder_and_a_new_one_is_planned() {
        var clinic = clinic("reminders", DAY);
        var visit = book(clinic, SLOT);
        var before = ids(visit);

        put(clinic, "reminders", BOTH);

        assertThat(ids(visit)).hasSize(2).startsWith(before.getFirst());
        assertThat(dues(visit)).containsExactly("2027-03-09T15:30:00Z", "2027-03-10T13:30:00Z");
        assertThat(timeline(visit).jsonPath().getList("sendBefore"))
                .containsExactly("2027-03-10T13:30:00Z", "2027-03-10T15:15:00Z");
    }

    @Test
    void a_rule_that_goes_takes_its_reminder_along_and_brings_it_back_under_the_same_id() {
        var clinic = clinic("reminders", DAY);
        var visit = book(clinic, SLOT);
        var before = ids(visit);
        outbox.relay();

        put(clinic, "reminders", TWO_HOURS);
        assertThat(dues(visit)).containsExactly("2027-03-10T13:30:00Z");
        put(clinic, "reminders", DAY);
        outbox.relay();

        assertThat(ids(visit)).isEqualTo(before);
        assertThat(kafka.of(Topics.REMINDER_WITHDRAWN, visit)).isEmpty();
        clock.set("2027-03-09T15:30:00Z");
        publisher.publishDue();
        assertThat(kafka.of(Topics.REMINDER_DUE, visit)).hasSize(1);
    }

    @Test
    void what_was_published_stays_and_is_not_repeated() {
        var clinic = clinic("reminders", DAY);
        var visit = book(clinic, SLOT);
        clock.set("2027-03-09T16:00:00Z");
        publisher.publishDue();

        put(clinic, "reminders", "[{\"before\":\"PT48H\"},{\"before\":\"PT24H\"}]");
        put(clinic, "reminders", BOTH);
        publisher.publishDue();

        assertThat(kafka.of(Topics.REMINDER_DUE, visit)).hasSize(1);
        assertThat(states(visit)).containsExactly("QUEUED", "SCHEDULED");
    }

    @Test
    void who_was_reminded_is_not_reminded_again_at_once_because_the_rule_changed() {
        var clinic = clinic("reminders", DAY);
        var visit = book(clinic, SLOT);
        clock.set("2027-03-09T16:00:00Z");
        publisher.publishDue();

        put(clinic, "reminders", "[{\"before\":\"PT23H45M\"}]");
        publisher.publishDue();

        assertThat(kafka.of(Topics.REMINDER_DUE, visit)).hasSize(1);
    }

    @Test
    void a_plan_that_was_overtaken_by_the_publication_queues_nothing() {
        var clinic = clinic("reminders", DAY);
        var visit = book(clinic, SLOT);
        clock.set("2027-03-09T16:00:00Z");
        publisher.publishDue();

        var late = clock.instant().minusSeconds(3_600);
        var start = OffsetDateTime.parse(SLOT).toInstant();
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                reminders.plan(
                                        List.of(
                                                new VisitToPlan(
                                                        clinics.named(clinic).orElseThrow(),
                                                        visit,
                                                        1,
                                                        start)),
                                        PlannedBy.CLINIC_RULES,
                                        late));
        publisher.publishDue();

        assertThat(kafka.of(Topics.REMINDER_DUE, visit)).hasSize(1);
        assertThat(states(visit)).containsExactly("QUEUED");
    }

    @Test
    void what_is_due_and_not_yet_published_stays_as_it_is() {
        var clinic = clinic("reminders", DAY);
        var visit = book(clinic, SLOT);
        clock.set("2027-03-09T16:00:00Z");

        put(clinic, "reminders", TWO_HOURS);
        publisher.publishDue();

        assertThat(kafka.of(Topics.REMINDER_DUE, visit)).hasSize(1);
        assertThat(states(visit)).containsExactly("QUEUED", "SCHEDULED");
    }

    @Test
    void a_visit_that_had_no_reminder_and_would_miss_the_new_rule_has_one_at_once() {
        var clinic = clinic("reminders", TWO_HOURS);
        var visit = book(clinic, SLOT);
        clock.set("2027-03-10T06:00:00Z");

        put(clinic, "reminders", DAY);

        assertThat(dues(visit)).containsExactly("2027-03-10T06:00:00Z");
    }

    @Test
    void quiet_hours_and_zone_change_what_is_not_yet_due() {
        var clinic = clinic("reminders", "[{\"daysBefore\":1,\"at\":\"21:30\"}]");
        var visit = book(clinic, SLOT);

        put(
                clinic,
                "reminders",
                "[{\"daysBefore\":1,\"at\":\"21:30\"}]",
                "quietHours",
                "{\"from\":\"21:00\",\"to\":\"09:00\"}");
        assertThat(dues(visit)).containsExactly("2027-03-09T19:30:00Z");

        put(
                clinic,
                "reminders",
                "[{\"daysBefore\":1,\"at\":\"21:30\"}]",
                "zone",
                "\"Atlantic/Canary\"");
        assertThat(dues(visit)).containsExactly("2027-03-09T21:30:00Z");
    }

    @Test
    void no_channel_drops_what_is_planned_and_a_channel_plans_it_anew() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        var before = ids(visit);

        put(clinic, "channel", "\"NONE\"");
        assertThat(ids(visit)).isEmpty();
        put(clinic, "channel", "\"SMS\"");

        assertThat(ids(visit)).isEqualTo(before);
    }

    @Test
    void a_new_name_changes_no_plan() {
        var clinic = clinic();
        var visit = book(clinic, SLOT);
        clock.set("2027-03-02T09:00:00Z");

        put(clinic, "address", "\"Calle Nueva 2\"");

        assertThat(timeline(visit).jsonPath().getString("[0].history[0].detail")).isEqualTo("API");
    }

    @Test
    void many_visits_are_planned_in_short_transactions_and_a_stop_goes_on_where_it_was() {
        var clinic = clinic("reminders", DAY);
        var visits = IntStream.range(0, 12).mapToObj(i -> book(clinic, SLOT)).toList();
        QuarkusTransaction.requiringNew().run(() -> changed.fire(new ClinicChanged(clinic)));

        replanning.replanWaiting();
        replanning.replanWaiting();

        assertThat(visits).allSatisfy(visit -> assertThat(dues(visit)).hasSize(1));
    }

    private static List<String> ids(String visit) {
        return timeline(visit).jsonPath().getList("reminderId");
    }

    private static List<String> dues(String visit) {
        return timeline(visit).jsonPath().getList("dueAt");
    }

    private static List<String> states(String visit) {
        return timeline(visit).jsonPath().getList("state");
    }
}
