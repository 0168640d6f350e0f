package com.clinni.testbed.simulator.whatsapp;

/** The engines of WAHA, and where they differ in what a dispatcher of texts can see. */
public enum Engine {
    /** Tells of what WhatsApp has by an echo, and of an unknown message by an error 500. */
    GOWS("GOWS"),
    NOWEB("NOWEB"),
    /** As NOWEB is unless its store is enabled: it keeps no messages. */
    NOWEB_WITHOUT_STORE("NOWEB"),
    WEBJS("WEBJS"),
    WPP("WPP");

    private final String waha;

    Engine(String waha) {
        this.waha = waha;
    }

    /** What WAHA calls it. */
    public String waha() {
        return waha;
    }

    /** Whether it gives ids for messages to come, and sends messages with them. */
    public boolean givesIds() {
        return this != WEBJS && this != WPP;
    }

    /** Whether messages can be looked up. */
    public boolean keepsMessages() {
        return this != NOWEB_WITHOUT_STORE;
    }

    /** Whether an ack 1 is told; else the echo of the message is. */
    boolean tellsAck1() {
        return this != GOWS;
    }

    /** Whether a message that is not there is an error of its own. */
    boolean failsWhereNothingIsFound() {
        return this == GOWS;
    }
}
