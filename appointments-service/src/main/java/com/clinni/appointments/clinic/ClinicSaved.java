package com.clinni.appointments.clinic;

/** A change of a clinic is committed. Fired after its transaction. */
public record ClinicSaved(String clinicId) {}
