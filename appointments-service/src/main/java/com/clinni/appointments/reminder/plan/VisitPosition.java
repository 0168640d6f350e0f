package com.clinni.appointments.reminder.plan;

import java.time.Instant;

/** As much of an appointment as planning needs. */
public record VisitPosition(String appointmentId, long planVersion, Instant startsAt) {}
