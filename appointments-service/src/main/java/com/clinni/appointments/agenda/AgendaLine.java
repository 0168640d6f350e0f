package com.clinni.appointments.agenda;

import com.clinni.appointments.Fault;
import com.clinni.appointments.appointment.StartsAt;
import com.clinni.events.Patient;
import java.util.List;
import java.util.UUID;

/** A line of an agenda as it was read: a visit, or a fault. */
sealed interface AgendaLine {

    int number();

    /**
     * A visit.
     *
     * @param key who and which day (or the file's own id): the same in the next file
     * @param warnings what could not be used of it
     */
    record Visit(
            int number,
            UUID key,
            StartsAt.At start,
            Integer durationMinutes,
            Patient patient,
            List<Fault> warnings)
            implements AgendaLine {}

    /** Not to be booked. */
    record Broken(int number, Fault fault) implements AgendaLine {}
}
