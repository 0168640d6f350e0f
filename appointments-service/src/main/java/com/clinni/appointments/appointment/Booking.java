package com.clinni.appointments.appointment;

import com.clinni.appointments.VisitId;
import com.clinni.events.Patient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit to be booked: everything known and checked. */
public record Booking(
        String appointmentId,
        String clinicId,
        Instant startsAt,
        @Nullable Integer durationMinutes,
        @Nullable Patient patient,
        @Nullable UUID agendaKey) {

    /** Which visit it is about. */
    VisitId id() {
        return new VisitId(clinicId, appointmentId);
    }
}
