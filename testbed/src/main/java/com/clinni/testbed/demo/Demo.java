package com.clinni.testbed.demo;

import com.clinni.testbed.client.Answer;
import com.clinni.testbed.client.Clinni;
import com.clinni.testbed.client.SimulatorControl;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A day in the life of three clinics: their agendas are imported, WhatsApp is cut in the middle,
 * one clinic's SMS credit runs out, WhatsApp comes back, and what nobody could deliver is replayed.
 * Each run books for clinics of its own, so runs do not disturb each other.
 */
final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration STANDS_STILL = Duration.ofSeconds(15);
    private static final int SENT_BEFORE_THE_CUT = 25;
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ZoneId CANARY = ZoneId.of("Atlantic/Canary");

    private final Clinni clinni;
    private final SimulatorControl simulators;
    private final Progress progress;
    private final PrintStream out;
    private final String run;
    private final LocalDate tomorrow;
    private final List<DemoClinic> clinics;
    private final Map<DemoClinic, JsonNode> imported = new HashMap<>();

    Demo(
            Clinni clinni,
            SimulatorControl simulators,
            PrintStream out,
            String run,
            LocalDate tomorrow) {
        this.clinni = clinni;
        this.simulators = simulators;
        this.progress = new Progress(out);
        this.out = out;
        this.run = run;
        this.tomorrow = tomorrow;
        this.clinics =
                List.of(
                        clinic("Madrid", MADRID, "es", "agenda-madrid.csv", "SMS", 12),
                        clinic("Barcelona", MADRID, "ca", "agenda-barcelona.csv", "EMAIL", 0),
                        clinic("Las Palmas", CANARY, "es", "agenda-las-palmas.csv", "NONE", 0));
    }

    private DemoClinic clinic(
            String city, ZoneId zone, String language, String file, String fallback, int credit) {
        var id = "demo-" + run + "-" + city.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new DemoClinic(
                id, "Centro " + city + " " + run, zone, language, file, fallback, credit);
    }

    /**
     * Whether every reminder reached its patient once and in time, or not by the clinic's choice.
     */
    boolean play() {
        book();
        cut();
        restore();
        replay();
        return report();
    }

    private void book() {
        progress.step("Three clinics import tomorrow's agenda (" + tomorrow + ")");
        for (var clinic : clinics) {
            ask(() -> clinni.putClinic(clinic.id(), clinic.profile()));
            if (clinic.smsCredit() > 0) {
                ask(() -> clinni.topUp(clinic.id(), clinic.smsCredit(), "demo-" + run));
            }
        }
        simulators.mode("whatsapp", "OK");
        for (var clinic : clinics) {
            var agenda = Agenda.of(clinic.agenda(), tomorrow);
            var answer = ask(() -> clinni.importAgenda(clinic.id(), agenda.csv())).body();
            imported.put(clinic, answer);
            progress.say(clinic.name() + ": " + answer.path("booked") + " booked");
        }
        progress.await(
                "the first reminders by WhatsApp",
                PATIENCE,
                () -> all().toString(),
                () -> all().whatsapp() >= SENT_BEFORE_THE_CUT);
    }

    private void cut() {
        progress.step(
                "WhatsApp is cut; Madrid has credit for 12 SMS segments, then e-mail; who has no"
                        + " address waits");
        var settled = new SettledCounts(STANDS_STILL);
        progress.await(
                "the fallbacks of Madrid and Barcelona",
                PATIENCE,
                () -> all().toString(),
                () -> {
                    // said again at every look: a system that was started again begins with OK
                    simulators.mode("whatsapp", "DOWN");
                    var fallingBack =
                            clinics.stream()
                                    .filter(clinic -> !clinic.fallback().equals("NONE"))
                                    .map(this::tally)
                                    .reduce(StateCounts::plus)
                                    .orElseThrow();
                    return settled.standStill(fallingBack) && fallingBack.email() > 0;
                });
    }

    private void restore() {
        progress.step(
                "WhatsApp is back; Las Palmas wanted nothing in its place and has waited, and so"
                        + " have those whom nothing else reaches");
        progress.await(
                "everything to settle",
                PATIENCE,
                () -> all().toString(),
                () -> {
                    simulators.mode("whatsapp", "OK");
                    return all().underWay() == 0 && all().inDoubt() == 0;
                });
    }

    private void replay() {
        progress.step("Support replays what nobody could deliver");
        for (var clinic : clinics) {
            var ids =
                    progress.persist(PATIENCE, () -> clinni.needingAttention(clinic.id())).stream()
                            .map(letter -> letter.path("id").asText())
                            .toList();
            if (!ids.isEmpty()) {
                ask(() -> clinni.replay(ids, false, "demo-" + clinic.id()));
                progress.say(clinic.name() + ": " + ids.size() + " replayed");
            }
        }
        progress.await(
                "the replayed reminders",
                PATIENCE,
                () -> all().toString(),
                () -> all().underWay() == 0 && all().undelivered() == 0);
    }

    private boolean report() {
        var report = new DemoReport(out);
        var saw = progress.persist(PATIENCE, () -> new DeliveryCheck(simulators));
        var tallies = new LinkedHashMap<DemoClinic, StateCounts>();
        clinics.forEach(c -> tallies.put(c, progress.persist(PATIENCE, () -> tally(c))));
        report.header();
        tallies.forEach((clinic, tally) -> report.clinic(clinic, importOf(clinic), tally));
        tallies.forEach(
                (clinic, tally) -> {
                    var agenda = Agenda.of(clinic.agenda(), tomorrow);
                    report.weighImport(clinic, agenda.lines(), importOf(clinic));
                    var visits = agenda.visits(tomorrow);
                    var verdict = saw.judge(clinic, List.copyOf(visits), tomorrow);
                    report.weigh(clinic, visits.size(), tally, verdict);
                });
        return report.conclude(List.copyOf(tallies.values()));
    }

    private Answer ask(Supplier<Answer> question) {
        return progress.persist(PATIENCE, () -> question.get().orThrow());
    }

    private JsonNode importOf(DemoClinic clinic) {
        return imported.getOrDefault(clinic, MissingNode.getInstance());
    }

    private StateCounts tally(DemoClinic clinic) {
        return StateCounts.of(clinni.remindersOf(clinic.id()));
    }

    private StateCounts all() {
        return clinics.stream().map(this::tally).reduce(StateCounts::plus).orElseThrow();
    }
}
