package com.clinni.faultharness.load;

import com.clinni.testbed.client.Clinni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clinic of one repetition's own. Its reminders are due as soon as a visit is booked.
 *
 * @param purchased SMS segments, as the harness bought them
 * @param fallbackAfter how long it waits for a line that is down
 * @param quiet when WhatsApp and SMS must not come
 */
public record Clinic(
        String id,
        String name,
        Policy policy,
        int purchased,
        Duration fallbackAfter,
        @Nullable Quiet quiet) {

    /** From one time of the day to another, over midnight too. */
    record Quiet(LocalTime from, LocalTime to) {

        boolean holds(LocalTime at) {
            return from.isBefore(to)
                    ? !at.isBefore(from) && at.isBefore(to)
                    : !at.isBefore(from) || at.isBefore(to);
        }
    }

    public static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration QUIET_BEFORE = Duration.ofHours(1);
    private static final Duration QUIET_AFTER = Duration.ofHours(20);

    /** One clinic of every policy, known to the system and with its credit bought. */
    public static List<Clinic> openAll(Clinni clinni, String tag, Instant now) {
        return openAll(clinni, tag, Duration.ZERO, now);
    }

    /** The same, of clinics that wait for a line that is down. */
    public static List<Clinic> openAll(
            Clinni clinni, String tag, Duration fallbackAfter, Instant now) {
        return Arrays.stream(Policy.values())
                .map(policy -> of(tag, policy, policy.credit(), now).waiting(fallbackAfter))
                .map(clinic -> clinic.open(clinni))
                .toList();
    }

    /** One clinic, with another credit than its policy's usual one. */
    public static Clinic open(Clinni clinni, String tag, Policy policy, int credit, Instant now) {
        return of(tag, policy, credit, now).open(clinni);
    }

    /** Makes it known to the system and buys its credit. */
    public Clinic open(Clinni clinni) {
        PersistentCalls.on(() -> clinni.putClinic(id, profile()));
        if (purchased > 0) {
            PersistentCalls.on(() -> clinni.topUp(id, purchased, "first"));
        }
        return this;
    }

    /** With more patience for a line that is down. */
    public Clinic waiting(Duration patience) {
        return new Clinic(id, name, policy, purchased, patience, quiet);
    }

    /** Not known to any system yet. */
    public static Clinic of(String tag, Policy policy, int credit, Instant now) {
        var id = tag + "-" + policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var quiet = policy == Policy.WHATSAPP_IN_QUIET_HOURS;
        var local = LocalTime.ofInstant(now, ZONE).truncatedTo(ChronoUnit.MINUTES);
        return new Clinic(
                id,
                "Centro " + id,
                policy,
                credit,
                Duration.ZERO,
                quiet ? new Quiet(local.minus(QUIET_BEFORE), local.plus(QUIET_AFTER)) : null);
    }

    /** Whether nothing but e-mail may come at this moment. */
    public boolean isQuiet(Instant at) {
        return quiet != null && quiet.holds(LocalTime.ofInstant(at, ZONE));
    }

    private Map<String, @Nullable Object> profile() {
        var profile = new HashMap<String, @Nullable Object>(policy.profile());
        profile.put("name", name);
        profile.put("phone", "+34 910 000 001");
        profile.put("address", "Calle Ficticia 1");
        profile.put("zone", ZONE.getId());
        profile.put("language", "es");
        profile.put("account", "PRO");
        profile.put("reminders", List.of(Map.of("before", "PT24H")));
        profile.put("fallbackAfter", fallbackAfter.toString());
        // every message that a patient sees must be owed to a reminder of one hour
        profile.put("corrections", "NONE");
        // said of every clinic: one that says nothing has the night
        profile.put(
                "quietHours",
                quiet == null
                        ? null
                        : Map.of("from", TIME.format(quiet.from()), "to", TIME.format(quiet.to())));
        return profile;
    }
}
