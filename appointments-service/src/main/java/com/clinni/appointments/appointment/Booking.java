package com.clinni.appointments.appointment;

import com.clinni.events.Patient;
import java.time.Instant;
import java.util.UUID;

/** A visit to be booked: everything known and checked. */
public record Booking(
        String appointmentId,
        String clinicId,
        Instant startsAt,
        Integer durationMinutes,
        Patient patient,
        UUID agendaKey) {}
