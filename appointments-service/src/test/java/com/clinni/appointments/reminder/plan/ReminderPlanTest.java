package com.clinni.appointments.reminder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.clinic.ReminderRule;
import com.clinni.appointments.clinic.ReminderRule.Before;
import com.clinni.appointments.clinic.ReminderRule.DayBefore;
import com.clinni.events.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReminderPlanTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Duration MARGIN = ReminderRule.DEFAULT_SEND_BEFORE;

    /**
     * One line is one visit: where, by which rules, quiet hours, when it was planned, when it
     * starts, and what is expected as {@code due→sendBefore} on the clinic's clock.
     */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/reminder-plan.csv", numLinesToSkip = 1, delimiter = '|')
    void a_visit_is_reminded(
            String what,
            String zone,
            String rules,
            String quiet,
            String now,
            String start,
            String expected) {
        var clinic = ZoneId.of(zone.strip());
        var plan =
                ReminderPlan.of(
                        OffsetDateTime.parse(start.strip()).toInstant(),
                        rules(rules),
                        clinic,
                        quiet(quiet),
                        OffsetDateTime.parse(now.strip()).toInstant());

        assertThat(
                        plan.stream()
                                .map(
                                        planned ->
                                                planned.rule().key()
                                                        + " "
                                                        + at(planned.dueAt(), clinic)
                                                        + "→"
                                                        + at(planned.sendBefore(), clinic))
                                .collect(Collectors.joining(", ")))
                .as(what)
                .isEqualTo(expected == null ? "" : expected.strip());
    }

    @Test
    void no_plan_has_two_reminders_due_now_or_one_that_is_due_too_late() {
        var rules = rules("PT48H PT24H PT2H 1d@18:00");
        var start = Instant.parse("2027-03-28T07:00:00Z");
        var quiet = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));

        for (var minutes = 0; minutes < 4 * 24 * 60; minutes += 7) {
            var now = start.minus(Duration.ofMinutes(minutes));
            var plan = ReminderPlan.of(start, rules, MADRID, quiet, now);

            assertThat(plan).filteredOn(p -> p.dueAt().equals(now)).hasSizeLessThanOrEqualTo(1);
            assertThat(plan).allMatch(p -> !p.dueAt().isBefore(now));
            assertThat(plan).allMatch(p -> p.dueAt().isBefore(p.sendBefore()));
            assertThat(plan).allMatch(p -> !p.sendBefore().isAfter(start.minus(MARGIN)));
        }
    }

    @Test
    void a_rule_says_itself_until_when_its_reminder_is_worth_sending() {
        var start = Instant.parse("2027-03-10T12:00:00Z");
        var rule = new Before(Duration.ofHours(24), Duration.ofHours(3));

        var plan = ReminderPlan.of(start, List.of(rule), MADRID, null, start.minusSeconds(200_000));

        assertThat(plan)
                .singleElement()
                .returns(start.minus(Duration.ofHours(3)), ReminderPlan.Planned::sendBefore);
    }

    private static String at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    private static List<ReminderRule> rules(String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.strip().split(" ")).map(ReminderPlanTest::rule).toList();
    }

    private static ReminderRule rule(String written) {
        if (written.startsWith("PT")) {
            return new Before(Duration.parse(written), MARGIN);
        }
        var parts = written.split("d@");
        return new DayBefore(Integer.parseInt(parts[0]), LocalTime.parse(parts[1]), MARGIN);
    }

    private static QuietHours quiet(String written) {
        if (written == null) {
            return null;
        }
        var ends = written.strip().split("-");
        return new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
