package com.clinni.appointments.appointment;

import java.util.UUID;

/**
 * The ids that version 0.1 derived for an agenda's visit and its patient, each with the one that
 * takes its place.
 */
public record AgendaRenaming(UUID formerKey, UUID key, String formerPatientId, String patientId) {}
