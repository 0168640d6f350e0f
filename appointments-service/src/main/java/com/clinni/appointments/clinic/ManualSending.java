package com.clinni.appointments.clinic;

/** What a link for sending by hand opens; AUTO lets the device choose. */
public enum ManualSending {
    AUTO,
    WEB,
    APP
}
