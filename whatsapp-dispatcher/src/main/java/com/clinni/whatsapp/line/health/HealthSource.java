package com.clinni.whatsapp.line.health;

/**
 * The kind of call that told us how a line is. The same kind of call must succeed before it counts
 * as able again.
 */
public enum HealthSource {
    SESSION,
    PREPARE,
    SEND,
    /**
     * A receipt said that WhatsApp restricted the line; only a confirmation of something sent later
     * ends it, since the gateway goes on accepting.
     */
    RECEIPT,
    /** Nothing that was sent is confirmed; only a confirmation ends it. */
    SILENCE
}
