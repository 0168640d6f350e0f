package com.clinni.appointments.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that nobody has ticked off.
 *
 * @param appointmentId the visit that it seems to be about
 * @param saidAt when the words were written, or worded anew
 * @param isAmbiguous whether other clinics wrote to that number lately, and got it too
 * @param startsAt when that visit is now, if the clinic has it
 * @param patient whose visit it is
 */
public record OpenTask(
        UUID taskId,
        @Nullable String appointmentId,
        Instant saidAt,
        boolean isEdited,
        String words,
        boolean isAmbiguous,
        @Nullable Instant startsAt,
        @Nullable String patient) {

    /** Says nothing: a patient's words stay out of logs. */
    @Override
    public String toString() {
        return "OpenTask[" + taskId + "]";
    }
}
