package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import com.clinni.appointments.agenda.importing.VisitKey.Kind;
import com.clinni.appointments.appointment.Appointment;
import com.clinni.events.Patient;
import java.time.Instant;
import java.util.Objects;

/**
 * A visit that an earlier import made.
 *
 * @param isFormer version 0.1 booked it: it has no keys of its own yet
 * @param isOffByAgenda it was an agenda that cancelled it, so an agenda may take that back
 */
record KnownVisit(Appointment visit, VisitKeys keys, boolean isFormer, boolean isOffByAgenda) {

    String id() {
        return visit.appointmentId();
    }

    Instant startsAt() {
        return Objects.requireNonNull(visit.startsAt(), "a visit of an agenda has a start");
    }

    boolean isAt(Instant start) {
        return start.equals(startsAt());
    }

    Patient patient() {
        return Objects.requireNonNull(visit.patient(), "a visit of an agenda has a patient");
    }

    boolean isOf(Patient patient) {
        return patient().patientId().equals(patient.patientId());
    }

    boolean isOfPatientOf(Visit line, VisitKey shared) {
        return shared.kind() == Kind.FORMER_ID
                ? isOf(line.patient())
                : keys.agreesWith(line.keys(), shared);
    }
}
