package com.clinni.appointments.clinic;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.clinic.ReminderRule.Before;
import com.clinni.appointments.clinic.ReminderRule.DayBefore;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reminder rule as the API writes it: {@code {before}} or {@code {daysBefore, at}}.
 *
 * @param sendBefore how long before the start the reminder is worthless; 15 minutes unless said
 */
record RuleBody(
        @Nullable Duration before,
        @Nullable Integer daysBefore,
        @JsonFormat(pattern = ClinicBody.TIME_OF_DAY) @Nullable LocalTime at,
        @Nullable Duration sendBefore) {

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_DAYS = 90;
    private static final Duration LONGEST_SEND_BEFORE = Duration.ofHours(24);

    static RuleBody of(ReminderRule rule) {
        return switch (rule) {
            case Before(var before, var sendBefore) -> new RuleBody(before, null, null, sendBefore);
            case DayBefore(var days, var at, var sendBefore) ->
                    new RuleBody(null, days, at, sendBefore);
        };
    }

    Optional<FieldFault> fault(String field) {
        var margin = margin();
        if (margin.isNegative() || margin.compareTo(LONGEST_SEND_BEFORE) > 0) {
            return Optional.of(FieldFault.invalid(field + ".sendBefore"));
        }
        if (before != null) {
            return daysBefore == null && at == null && isLeadTime(before, margin)
                    ? Optional.empty()
                    : Optional.of(FieldFault.invalid(field + ".before"));
        }
        if (daysBefore == null) {
            return Optional.of(FieldFault.required(field + ".before"));
        }
        if (daysBefore < 1 || daysBefore > MOST_DAYS) {
            return Optional.of(FieldFault.invalid(field + ".daysBefore"));
        }
        if (at == null) {
            return Optional.of(FieldFault.required(field + ".at"));
        }
        return Optional.empty();
    }

    /** Due while it is still worth sending. */
    private static boolean isLeadTime(Duration before, Duration margin) {
        return before.compareTo(margin) > 0 && before.compareTo(LONGEST) <= 0;
    }

    private Duration margin() {
        return sendBefore == null ? ReminderRule.DEFAULT_SEND_BEFORE : sendBefore;
    }

    /** Of one without a fault. */
    ReminderRule rule() {
        return before != null
                ? new Before(before, margin())
                : new DayBefore(
                        Objects.requireNonNull(daysBefore, "neither before nor daysBefore"),
                        Objects.requireNonNull(at, "daysBefore without at"),
                        margin());
    }
}
