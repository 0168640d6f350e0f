package com.clinni.events;

/** A clinic's policy for a message that its channel cannot take. */
public enum Fallback {
    /** Nothing takes the message's place. */
    NONE,
    EMAIL,
    /** SMS while prepaid credit lasts, then e-mail. */
    SMS
}
