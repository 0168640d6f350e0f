package com.clinni.appointments.appointment.booking;

import com.clinni.appointments.FieldWarning;
import com.clinni.appointments.reminder.plan.ReminderPlanner.BookedReminder;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a booking or a move: ids and times, nothing of the patient. */
@Schema(name = "Booked")
record BookingAnswer(
        String appointmentId,
        List<BookedReminder> reminders,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldWarning> warnings) {}
