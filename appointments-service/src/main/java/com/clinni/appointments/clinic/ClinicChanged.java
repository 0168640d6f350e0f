package com.clinni.appointments.clinic;

/**
 * A clinic's rules, zone or quiet hours changed: what is not yet due must be planned anew. Fired
 * inside the transaction that changes them.
 */
public record ClinicChanged(String clinicId) {}
