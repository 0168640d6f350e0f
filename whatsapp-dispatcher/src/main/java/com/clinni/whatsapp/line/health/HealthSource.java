package com.clinni.whatsapp.line.health;

/**
 * The kind of call that told us how a line is. The same kind of call must succeed before it counts
 * as able again.
 */
public enum HealthSource {
    SESSION,
    PREPARE,
    SEND,
    /** Nothing that was sent is confirmed; only a confirmation ends it. */
    SILENCE
}
