package com.clinni.appointments.clinic;

/** What a clinic pays for. WhatsApp is part of PRO. */
public enum Account {
    BASIC,
    PRO
}
