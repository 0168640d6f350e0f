package com.clinni.appointments.clinic;

/** The clinic's choice of what a link for sending by hand opens; AUTO lets the device choose. */
public enum ManualSending {
    AUTO,
    WEB,
    APP
}
