package com.clinni.faultharness.check;

import com.clinni.faultharness.check.Shown.Step;
import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.Due;
import com.clinni.faultharness.load.Patient;
import com.clinni.faultharness.load.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evidence of one clinic that a test makes up, piece by piece. */
final class MadeUp {

    static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");
    static final String REMINDER = "r-1";
    static final Patient ZORAIDA =
            new Patient("p-1", Patient.NAME, "+34600000001", "patient.1@example.com");

    private final Clinic clinic;
    private final Map<String, Due> due = new HashMap<>();
    private final Map<String, Shown> shown = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Set<String> inPlainSight = new HashSet<>();
    private final List<String> leaks = new ArrayList<>();
    private Account account;
    private Allowance allowance = Allowance.none();

    /** One reminder at a visit at 18:30 in Madrid, to be sent before 17:15 UTC. */
    MadeUp(Policy policy) {
        clinic = Clinic.of("test", policy, policy.credit(), NOON);
        account = new Account(policy.credit(), 0, 0);
        due.put(
                REMINDER,
                new Due(
                        REMINDER,
                        "a-1",
                        clinic,
                        ZORAIDA,
                        Instant.parse("2030-03-05T17:30:00Z"),
                        Instant.parse("2030-03-05T17:15:00Z"),
                        null));
    }

    static MadeUp by(Policy policy) {
        return new MadeUp(policy);
    }

    /** The same, at a clinic whose patient has a landline only. */
    static MadeUp toALandline(Policy policy) {
        var made = new MadeUp(policy);
        made.due.computeIfPresent(REMINDER, (id, due) -> withALandline(due));
        return made;
    }

    private static Due withALandline(Due due) {
        return new Due(
                due.reminderId(),
                due.appointmentId(),
                due.clinic(),
                new Patient("p-1", Patient.NAME, "+34910000001", ZORAIDA.email()),
                due.startsAt(),
                due.sendBefore(),
                due.withdrawnAt());
    }

    /** All went well: WhatsApp, once, a minute later. */
    static MadeUp heardByWhatsApp() {
        return by(Policy.WHATSAPP_OR_EMAIL).shown("DELIVERED").seen("whatsapp", 60);
    }

    MadeUp shown(String state, String... history) {
        return shown(state, false, history);
    }

    MadeUp flagged(String state) {
        return shown(state, true);
    }

    private MadeUp shown(String state, boolean possibleDuplicate, String... history) {
        var steps = new ArrayList<Step>();
        for (var n = 0; n < history.length; n++) {
            steps.add(new Step(NOON.plusSeconds(n), history[n], "WHATSAPP", ""));
        }
        shown.put(REMINDER, new Shown(REMINDER, state, "WHATSAPP", possibleDuplicate, steps));
        return this;
    }

    MadeUp seen(String channel, long secondsAfterNoon) {
        return seen(channel, secondsAfterNoon, text("18:30"));
    }

    MadeUp seen(String channel, long secondsAfterNoon, String text) {
        var to = channel.equals("mail") ? ZORAIDA.email() : ZORAIDA.phone();
        return seen(channel, secondsAfterNoon, to, text, channel.equals("sms") ? 1 : 0);
    }

    MadeUp seen(String channel, long secondsAfterNoon, String to, String text, int segments) {
        var id = channel + "-" + seen.size();
        seen.add(new Seen(channel, NOON.plusSeconds(secondsAfterNoon), to, text, id, segments));
        return this;
    }

    String text(String time) {
        return "Le recordamos su cita en " + clinic.name() + " a las " + time + ".";
    }

    MadeUp withdrawn(long secondsAfterNoon) {
        due.computeIfPresent(REMINDER, (id, d) -> d.withdrawn(NOON.plusSeconds(secondsAfterNoon)));
        return this;
    }

    MadeUp inPlainSight() {
        inPlainSight.add(REMINDER);
        return this;
    }

    MadeUp account(int reserved, int spent) {
        account = new Account(clinic.purchased(), reserved, spent);
        return this;
    }

    MadeUp leak(String where) {
        leaks.add(where);
        return this;
    }

    MadeUp allowing(Allowance allowed) {
        allowance = allowed;
        return this;
    }

    Verdict judged() {
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
