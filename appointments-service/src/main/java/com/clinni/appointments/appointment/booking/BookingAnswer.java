package com.clinni.appointments.appointment.booking;

import com.clinni.appointments.appointment.VisitStart;
import com.clinni.appointments.reminder.plan.ReminderPlanner.BookedReminder;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a booking or a move: ids and times, nothing of the patient. */
@Schema(name = "Booked")
record BookingAnswer(
        String appointmentId,
        List<BookedReminder> reminders,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings) {

    /** Taken in, but worth a look. */
    record Warning(String code, String field) {

        static List<Warning> of(VisitStart.At start) {
            return start.inGap() ? List.of(new Warning("TIME_IN_DST_GAP", "startsAt")) : List.of();
        }
    }
}
