package com.clinni.appointments.agenda;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.appointment.AgendaRenaming;
import com.clinni.appointments.appointment.VisitStart;
import com.clinni.events.Patient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an agenda as it was read: a visit, or a fault. */
sealed interface AgendaLine {

    int number();

    /**
     * A visit.
     *
     * @param key who and which day (or the file's own id): the same in the next file
     * @param renaming from what version 0.1 derived from the same line
     * @param warnings what could not be used of it
     */
    record Visit(
            int number,
            UUID key,
            AgendaRenaming renaming,
            VisitStart.At start,
            @Nullable Integer durationMinutes,
            Patient patient,
            List<FieldFault> warnings)
            implements AgendaLine {}

    /** Not to be booked. */
    record Broken(int number, FieldFault fault) implements AgendaLine {}
}
