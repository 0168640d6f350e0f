package com.clinni.system;

/** A visit that a journey booked: its id is its clinic's own. */
record BookedVisit(String clinicId, String appointmentId) {}
