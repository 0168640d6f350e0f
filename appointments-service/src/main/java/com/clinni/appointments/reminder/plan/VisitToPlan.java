package com.clinni.appointments.reminder.plan;

import com.clinni.appointments.clinic.Clinic;
import java.time.Instant;

/** A visit that needs its reminders, and the clinic whose rules count. */
public record VisitToPlan(Clinic clinic, String appointmentId, long version, Instant startsAt) {}
