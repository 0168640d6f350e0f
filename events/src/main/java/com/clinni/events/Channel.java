package com.clinni.events;

/** A way to a patient. */
public enum Channel {
    WHATSAPP,
    EMAIL,
    SMS
}
