package com.clinni.appointments.manual.day;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a clinic's page of one day, ready to be read.
 *
 * @param dateText in words
 * @param zone the clinic's, in which every time on the page is
 * @param hasMore whether the day has more visits than a page shows
 * @param tasks what patients wrote and nobody has ticked off
 * @param notice what became of the button that was pressed, in words
 */
record DayView(
        String clinicId,
        String clinic,
        LocalDate date,
        String dateText,
        String zone,
        List<Visit> visits,
        boolean hasMore,
        DayTasks tasks,
        @Nullable String notice) {

    public LocalDate before() {
        return date.minusDays(1);
    }

    public LocalDate after() {
        return date.plusDays(1);
    }

    /**
     * One visit of the day.
     *
     * @param version the one that is shown: what is sent or said from the page is about it
     * @param cancelled whether it will not be
     * @param reminders where each of its reminders stands, in words; of a cancelled visit, whether
     *     its patient knows
     * @param wroteStop whether the patient's number opted out, so that it is asked once more
     * @param whyNoLink why nothing can be sent by hand, in words
     * @param asksWhetherSent whether the link was opened some time ago and nobody said what became
     *     of it
     */
    record Visit(
            String appointmentId,
            long version,
            String time,
            String patient,
            @Nullable String phone,
            boolean cancelled,
            List<String> reminders,
            boolean wroteStop,
            @Nullable String whyNoLink,
            boolean asksWhetherSent) {

        Visit whoWroteStop(boolean so) {
            return new Visit(
                    appointmentId,
                    version,
                    time,
                    patient,
                    phone,
                    cancelled,
                    reminders,
                    so,
                    whyNoLink,
                    asksWhetherSent);
        }

        /** Says nothing: who comes stays out of logs. */
        @Override
        public String toString() {
            return "Visit[" + appointmentId + "]";
        }
    }
}
