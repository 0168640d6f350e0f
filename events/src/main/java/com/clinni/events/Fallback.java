package com.clinni.events;

/** What a clinic wants when its channel cannot take a message. */
public enum Fallback {
    /** Nothing takes the message's place. */
    NONE,
    EMAIL,
    /** SMS while prepaid credit lasts, then e-mail. */
    SMS
}
