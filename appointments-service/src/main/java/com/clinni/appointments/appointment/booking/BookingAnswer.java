package com.clinni.appointments.appointment.booking;

import com.clinni.appointments.FieldWarning;
import com.clinni.appointments.reminder.plan.ReminderPlanner.BookedReminder;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a booking or a move: ids and times, nothing of the patient. */
@Schema(name = "Booked")
record BookingAnswer(
        String appointmentId,
        List<BookedReminder> reminders,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldWarning> warnings) {

    /** The same, with more warnings. */
    BookingAnswer warning(List<FieldWarning> more) {
        var all = new ArrayList<>(warnings == null ? List.of() : warnings);
        all.addAll(more);
        return new BookingAnswer(appointmentId, reminders, all);
    }
}
