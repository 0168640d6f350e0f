package com.clinni.appointments.reminder;

import java.time.Instant;

/** As much of an appointment as planning needs. */
record Visit(String appointmentId, long planVersion, Instant startsAt) {}
