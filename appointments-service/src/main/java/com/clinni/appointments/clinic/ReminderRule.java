package com.clinni.appointments.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** A rule of a clinic: how long before a visit it reminds. */
public sealed interface ReminderRule {

    /** How long before the start a reminder is worthless, unless the rule says otherwise. */
    Duration DEFAULT_SEND_BEFORE = Duration.ofMinutes(15);

    /** When a visit's reminder is due by this rule, quiet hours aside. */
    Instant dueAt(Instant startsAt, ZoneId zone);

    /** How long before the start the reminder becomes worthless. */
    Duration sendBefore();

    /** Stable: part of the reminder's identity. */
    String key();

    /**
     * So long before the start. A lead time of whole days is counted on the clinic's calendar: the
     * same time of day, though the clocks change in between.
     */
    record Before(Duration before, Duration sendBefore) implements ReminderRule {

        @Override
        public Instant dueAt(Instant startsAt, ZoneId zone) {
            return before.equals(Duration.ofDays(before.toDays()))
                    ? startsAt.atZone(zone).minusDays(before.toDays()).toInstant()
                    : startsAt.minus(before);
        }

        @Override
        public String key() {
            return before.toString();
        }
    }

    /** So many days before the day of the visit, at a time of day. */
    record DayBefore(int daysBefore, LocalTime at, Duration sendBefore) implements ReminderRule {

        @Override
        public Instant dueAt(Instant startsAt, ZoneId zone) {
            var day = startsAt.atZone(zone).toLocalDate().minusDays(daysBefore);
            return day.atTime(at).atZone(zone).toInstant();
        }

        @Override
        public String key() {
            return daysBefore + "d@" + at;
        }
    }
}
