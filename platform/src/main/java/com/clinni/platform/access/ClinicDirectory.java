package com.clinni.platform.access;

/** The clinics that a service knows. Each service has exactly one. */
public interface ClinicDirectory {

    /** True for a clinic that this service has heard of, whoever asks. */
    boolean knows(String clinicId);
}
