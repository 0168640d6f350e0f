package com.clinni.faultharness.check;

import com.clinni.faultharness.check.TimelineReminder.Step;
import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.Patient;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.load.RecordedReminder;
import com.clinni.faultharness.load.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evidence of one clinic that a test makes up, piece by piece. */
final class EvidenceBuilder {

    static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");
    static final String REMINDER = "r-1";
    static final Patient ZORAIDA =
            new Patient("p-1", Patient.NAME, "+34600000001", "patient.1@example.com");

    private final Clinic clinic;
    private final Map<String, RecordedReminder> due = new HashMap<>();
    private final Map<String, TimelineReminder> shown = new HashMap<>();
    private final List<SeenMessage> seen = new ArrayList<>();
    private final Set<String> inPlainSight = new HashSet<>();
    private final List<String> leaks = new ArrayList<>();
    private CreditAccount account;
    private Tolerance allowance = Tolerance.none();

    /** One reminder at a visit at 18:30 in Madrid, to be sent before 17:15 UTC. */
    EvidenceBuilder(Policy policy) {
        clinic = Clinic.of("test", policy, policy.credit(), NOON);
        account = new CreditAccount(policy.credit(), 0, 0);
        due.put(
                REMINDER,
                new RecordedReminder(
                        REMINDER,
                        "a-1",
                        clinic,
                        ZORAIDA,
                        Instant.parse("2030-03-05T17:30:00Z"),
                        Instant.parse("2030-03-05T17:15:00Z"),
                        null));
    }

    static EvidenceBuilder by(Policy policy) {
        return new EvidenceBuilder(policy);
    }

    /** The same, at a clinic whose patient has a landline only. */
    static EvidenceBuilder toALandline(Policy policy) {
        var made = new EvidenceBuilder(policy);
        made.due.computeIfPresent(REMINDER, (id, due) -> withALandline(due));
        return made;
    }

    /** The same, and the gateway fails whenever it is to write to its patient. */
    static EvidenceBuilder toAFailingNumber(Policy policy) {
        var number = Roster.failing().getFirst().number();
        var made = new EvidenceBuilder(policy);
        made.due.computeIfPresent(REMINDER, (id, due) -> withNumber(due, number));
        return made;
    }

    private static RecordedReminder withALandline(RecordedReminder due) {
        return withNumber(due, "+34910000001");
    }

    private static RecordedReminder withNumber(RecordedReminder due, String phone) {
        return new RecordedReminder(
                due.reminderId(),
                due.appointmentId(),
                due.clinic(),
                new Patient("p-1", Patient.NAME, phone, ZORAIDA.email()),
                due.startsAt(),
                due.sendBefore(),
                due.withdrawnAt());
    }

    /** All went well: WhatsApp, once, a minute later. */
    static EvidenceBuilder heardByWhatsApp() {
        return by(Policy.WHATSAPP_OR_EMAIL).shown("DELIVERED").seen("whatsapp", 60);
    }

    EvidenceBuilder shown(String state, String... history) {
        return shown(state, false, history);
    }

    EvidenceBuilder flagged(String state) {
        return shown(state, true);
    }

    private EvidenceBuilder shown(String state, boolean possibleDuplicate, String... history) {
        var steps = new ArrayList<Step>();
        for (var n = 0; n < history.length; n++) {
            steps.add(new Step(NOON.plusSeconds(n), history[n], "WHATSAPP", ""));
        }
        shown.put(
                REMINDER,
                new TimelineReminder(REMINDER, state, "WHATSAPP", possibleDuplicate, steps));
        return this;
    }

    EvidenceBuilder seen(String channel, long secondsAfterNoon) {
        return seen(channel, secondsAfterNoon, text("18:30"));
    }

    EvidenceBuilder seen(String channel, long secondsAfterNoon, String text) {
        var to = channel.equals("mail") ? ZORAIDA.email() : ZORAIDA.phone();
        return seen(channel, secondsAfterNoon, to, text, channel.equals("sms") ? 1 : 0);
    }

    EvidenceBuilder seen(
            String channel, long secondsAfterNoon, String to, String text, int segments) {
        var id = channel + "-" + seen.size();
        seen.add(
                new SeenMessage(
                        channel, NOON.plusSeconds(secondsAfterNoon), to, text, id, segments));
        return this;
    }

    String text(String time) {
        return "Le recordamos su cita en " + clinic.name() + " a las " + time + ".";
    }

    EvidenceBuilder withdrawn(long secondsAfterNoon) {
        due.computeIfPresent(REMINDER, (id, d) -> d.withdrawn(NOON.plusSeconds(secondsAfterNoon)));
        return this;
    }

    EvidenceBuilder inPlainSight() {
        inPlainSight.add(REMINDER);
        return this;
    }

    EvidenceBuilder account(int reserved, int spent) {
        account = new CreditAccount(clinic.purchased(), reserved, spent);
        return this;
    }

    EvidenceBuilder leak(String where) {
        leaks.add(where);
        return this;
    }

    EvidenceBuilder allowing(Tolerance allowed) {
        allowance = allowed;
        return this;
    }

    CheckResult judged() {
        return Checker.judge(
                new Evidence(
                        List.of(clinic),
                        List.copyOf(due.values()),
                        shown,
                        inPlainSight,
                        seen,
                        Map.of(clinic.id(), account),
                        leaks,
                        allowance));
    }
}
