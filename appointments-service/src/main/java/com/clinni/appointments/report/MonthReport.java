package com.clinni.appointments.report;

import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.Channel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's month as it is told. Numbers only: it names no patient.
 *
 * @param from when the month begins on the clinic's clock
 * @param to when the next one begins
 * @param sent how many reminders certainly left, over whatever channel
 * @param segments how many segments SMS were billed as
 * @param outageMinutes how long of the month there was an outage that the clinic met
 */
@Schema(name = "MonthReport")
record MonthReport(
        String clinicId,
        String month,
        String zone,
        Instant from,
        Instant to,
        long reminders,
        long sent,
        long segments,
        List<Line> lines,
        long outageMinutes,
        List<MetOutage> outages,
        Cost cost) {

    /**
     * The reminders that went one way and stand alike.
     *
     * @param state a stable code; {@code stateText} is its word in the reader's language
     * @param segments how many segments SMS were billed as on the way, whatever channel was the
     *     last
     * @param cost what these cost, unrounded; absent where nothing was paid for or no price is
     *     known
     */
    @Schema(name = "ReportLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable Channel channel,
            PublicState state,
            String stateText,
            long reminders,
            long possibleDuplicates,
            long metOutage,
            long segments,
            @Nullable BigDecimal cost) {

        private static Line of(ReminderCount count, PriceList prices, boolean inEnglish) {
            return new Line(
                    count.channel(),
                    count.state(),
                    count.state().text(inEnglish),
                    count.reminders(),
                    count.possibleDuplicates(),
                    count.metOutage(),
                    count.segments(),
                    Cost.of(count, prices).orElse(null));
        }
    }

    static MonthReport of(
            Clinic clinic,
            YearMonth month,
            List<ReminderCount> counts,
            List<MetOutage> outages,
            PriceList prices,
            boolean inEnglish,
            Instant now) {
        var from = begin(month, clinic);
        var to = begin(month.plusMonths(1), clinic);
        return new MonthReport(
                clinic.clinicId(),
                month.toString(),
                clinic.zone().getId(),
                from,
                to,
                counts.stream().mapToLong(ReminderCount::reminders).sum(),
                counts.stream()
                        .filter(ReminderCount::isSent)
                        .mapToLong(ReminderCount::reminders)
                        .sum(),
                counts.stream().mapToLong(ReminderCount::segments).sum(),
                counts.stream().map(count -> Line.of(count, prices, inEnglish)).toList(),
                MetOutage.minutes(outages, from, to, now),
                outages,
                Cost.of(counts, prices));
    }

    /** The month's first moment on the clinic's clock. */
    static Instant begin(YearMonth month, Clinic clinic) {
        return month.atDay(1).atStartOfDay(clinic.zone()).toInstant();
    }
}
