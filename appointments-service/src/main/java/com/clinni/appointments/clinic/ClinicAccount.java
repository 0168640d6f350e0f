package com.clinni.appointments.clinic;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clinic's plan. WhatsApp is part of PRO. */
@Schema(name = "Account")
public enum ClinicAccount {
    BASIC,
    PRO
}
