package com.clinni.appointments.clinic;

/** A clinic and how many times it was saved. */
record VersionedClinic(Clinic clinic, long version) {}
