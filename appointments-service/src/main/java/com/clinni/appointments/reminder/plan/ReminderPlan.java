package com.clinni.appointments.reminder.plan;

import com.clinni.appointments.clinic.ReminderRule;
import com.clinni.events.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes when a visit's reminders are due: nothing but arithmetic on the clinic's calendar. */
public final class ReminderPlan {

    /** How long before quiet hours a reminder is due that would fall into them. */
    private static final Duration LEAD_INTO_QUIET_HOURS = Duration.ofMinutes(30);

    /** A missed reminder is not made up for when the next one follows this soon. */
    private static final Duration TOO_CLOSE = Duration.ofHours(1);

    private ReminderPlan() {}

    /** One reminder to come: the clock reaches it, and from when on it is worthless. */
    public record Planned(ReminderRule rule, Instant dueAt, Instant sendBefore) {}

    /**
     * The reminders of a visit that are still to come, in order. A visit booked inside the lead
     * time has the latest one it missed at once, if that is still useful; never two.
     */
    public static List<Planned> of(
            Instant startsAt,
            List<ReminderRule> rules,
            ZoneId zone,
            @Nullable QuietHours quiet,
            Instant now) {
        if (!startsAt.isAfter(now)) {
            return List.of();
        }
        var all = inOrder(startsAt, rules, zone, quiet);
        var toCome = all.stream().filter(planned -> planned.dueAt().isAfter(now)).toList();
        var missed = all.subList(0, all.size() - toCome.size());
        if (missed.isEmpty()) {
            return toCome;
        }
        var latest = missed.getLast();
        var atOnce = new Planned(latest.rule(), now, latest.sendBefore());
        if (!now.isBefore(atOnce.sendBefore()) || isClose(toCome, now)) {
            return toCome;
        }
        var plan = new ArrayList<Planned>();
        plan.add(atOnce);
        plan.addAll(toCome);
        return plan;
    }

    /** Every reminder of a visit as if it had been booked long ago, the first due first. */
    private static List<Planned> inOrder(
            Instant startsAt, List<ReminderRule> rules, ZoneId zone, @Nullable QuietHours quiet) {
        var latestFirst =
                rules.stream()
                        .map(rule -> nominal(rule, startsAt, zone))
                        .sorted(Comparator.comparing(Planned::dueAt).reversed())
                        .map(planned -> outsideQuietHours(planned, zone, quiet))
                        .toList();
        var plan = new ArrayList<Planned>();
        var next = startsAt;
        for (var planned : latestFirst) {
            var sendBefore = earlier(planned.sendBefore(), next);
            // two that quiet hours push together are one, and one due too late is none
            if (planned.dueAt().isBefore(sendBefore)) {
                plan.addFirst(new Planned(planned.rule(), planned.dueAt(), sendBefore));
                next = planned.dueAt();
            }
        }
        return plan;
    }

    private static Planned nominal(ReminderRule rule, Instant startsAt, ZoneId zone) {
        return new Planned(rule, rule.dueAt(startsAt, zone), startsAt.minus(rule.sendBefore()));
    }

    private static Planned outsideQuietHours(
            Planned planned, ZoneId zone, @Nullable QuietHours quiet) {
        var due = planned.dueAt().atZone(zone);
        if (quiet == null || !quiet.cover(due.toLocalTime())) {
            return planned;
        }
        var earlier = beforeQuietHours(due, quiet).toInstant();
        return new Planned(planned.rule(), earlier, planned.sendBefore());
    }

    private static ZonedDateTime beforeQuietHours(ZonedDateTime due, QuietHours quiet) {
        var beganToday = !due.toLocalTime().isBefore(quiet.from());
        var day = beganToday ? due.toLocalDate() : due.toLocalDate().minusDays(1);
        var began = day.atTime(quiet.from()).atZone(due.getZone());
        return quiet.cover(began.minus(LEAD_INTO_QUIET_HOURS).toLocalTime())
                ? began.minus(awake(quiet))
                : began.minus(LEAD_INTO_QUIET_HOURS);
    }

    /** The time between the end of quiet hours and their next begin. */
    private static Duration awake(QuietHours quiet) {
        var between = Duration.between(quiet.to(), quiet.from());
        return between.isNegative() ? between.plusDays(1) : between;
    }

    private static boolean isClose(List<Planned> toCome, Instant now) {
        return !toCome.isEmpty() && !toCome.getFirst().dueAt().isAfter(now.plus(TOO_CLOSE));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
