package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.appointment.VisitStart;
import com.clinni.events.Patient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an agenda as it was read: a visit, or a fault. */
sealed interface AgendaLine {

    int number();

    /**
     * A visit.
     *
     * @param keys by which it is found again
     * @param key the one that a new visit has its id from
     * @param isOff its status says that it does not take place
     * @param warnings what could not be used of it
     */
    record Visit(
            int number,
            VisitKeys keys,
            UUID key,
            Former former,
            VisitStart.At start,
            @Nullable Integer durationMinutes,
            Patient patient,
            boolean isOff,
            List<FieldFault> warnings)
            implements AgendaLine {

        Instant startsAt() {
            return start.instant();
        }
    }

    /** Not to be booked. */
    record Broken(int number, FieldFault fault) implements AgendaLine {}

    /**
     * A visit as version 0.1 kept it, whose ids were not keyed.
     *
     * @param keys it had one of these, by what the file had then
     */
    record Former(String patientId, List<UUID> keys) {}
}
