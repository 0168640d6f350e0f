package com.clinni.appointments.clinic;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a clinic pays for. WhatsApp is part of PRO. */
@Schema(name = "Account")
public enum ClinicAccount {
    BASIC,
    PRO
}
