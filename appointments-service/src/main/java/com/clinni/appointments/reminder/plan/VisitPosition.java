package com.clinni.appointments.reminder.plan;

import java.time.Instant;

/** A visit's place among its clinic's visits, by start and id. */
public record VisitPosition(String appointmentId, long planVersion, Instant startsAt) {}
