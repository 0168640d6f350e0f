package com.clinni.appointments.agenda.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.agenda.RandomAgenda;
import com.clinni.appointments.appointment.ChangeOutcome;
import com.clinni.appointments.appointment.VisitChange.BookFromAgenda;
import com.clinni.appointments.clinic.Clinic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of an import without a database, on very many files that chance wrote. */
class ImportPromiseTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final int CLINICS = 200;
    private static final int FILES = 6;

    private final AgendaIds ids = AgendaLineReaderTest.ids();
    private final Clinic clinic = AgendaLineReaderTest.clinic();

    @Test
    void every_line_of_any_file_is_in_one_group_or_is_named_or_continues_another() {
        for (var seed = 0; seed < CLINICS; seed++) {
            var random = new RandomAgenda(seed);
            var header = random.header();
            var lines = random.anything(header);

            var content = read(header, lines);

            var said = lines.stream().filter(line -> !line.replace(';', ' ').isBlank()).count();
            assertThat(content.visits().size() + content.broken().size() + content.continued())
                    .as("%s %s", header, lines)
                    .isEqualTo((int) said);
        }
    }

    @Test
    void no_patient_inherits_the_visit_of_another_and_the_same_file_changes_nothing() {
        for (var seed = 0; seed < CLINICS; seed++) {
            var random = new RandomAgenda(10_000 + seed);
            var known = new LinkedHashMap<String, KnownVisit>();
            var patients = new HashMap<String, String>();
            for (var i = 0; i < FILES; i++) {
                var header = random.header();
                var lines = random.visits(header);
                var content = read(header, lines);

                check(lines, apply(content, known), patients);
                var again = apply(content, known);

                check(lines, again, patients);
                assertThat(again)
                        .as("%s\n%s", header, String.join("\n", lines))
                        .extracting(GroupPlan::result)
                        .isSubsetOf(LineResult.UNCHANGED, LineResult.SKIPPED);
            }
        }
    }

    private AgendaContent read(String header, List<String> lines) {
        var file = header + "\n" + String.join("\n", lines);
        return AgendaContent.of(file.getBytes(StandardCharsets.UTF_8), clinic, ids, NOW);
    }

    private List<GroupPlan> apply(AgendaContent content, Map<String, KnownVisit> known) {
        var matching = VisitMatching.of(content, List.copyOf(known.values()), NOW);
        var plans =
                new ImportPlan(clinic.clinicId(), content.header(), NOW)
                        .of(
                                content.groups(),
                                matching,
                                new SharedIds(content.groups(), known.values()),
                                group -> "visit-" + known.size() + "-" + group.said().number());
        return plans.stream().map(plan -> ended(plan, known)).toList();
    }

    private static GroupPlan ended(GroupPlan plan, Map<String, KnownVisit> known) {
        if (plan.change().isEmpty()) {
            return plan;
        }
        var was = plan.visit();
        var outcome = plan.change().get().on(was == null ? null : was.visit());
        var now =
                switch (outcome) {
                    case ChangeOutcome.Booked(var visit) -> visit;
                    case ChangeOutcome.Moved(var visit) -> visit;
                    case ChangeOutcome.Refreshed(var visit) -> visit;
                    case ChangeOutcome.Cancelled(var visit) -> visit;
                    case ChangeOutcome.Unchanged(var visit) -> visit;
                    default -> throw new AssertionError(outcome);
                };
        var keys = plan.group().keys();
        known.put(
                now.appointmentId(),
                new KnownVisit(
                        now,
                        was == null
                                        || plan.change().get() instanceof BookFromAgenda
                                                && !was.isAt(plan.group().said().startsAt())
                                ? keys
                                : was.keys().plus(keys),
                        false,
                        now.cancelled()));
        return plan.ended(LineResult.of(outcome));
    }

    private static void check(
            List<String> lines, Collection<GroupPlan> plans, Map<String, String> patients) {
        for (var plan : plans) {
            for (var line : plan.group().lines()) {
                if (plan.appointmentId() != null) {
                    var patient = lines.get(line.number() - 2).split(";")[3];
                    assertThat(patients.putIfAbsent(plan.appointmentId(), patient))
                            .as("%s", lines)
                            .isIn(null, patient);
                }
            }
        }
    }
}
