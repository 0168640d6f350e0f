package com.clinni.whatsapp.message;

/** The names that this service calls itself in what it publishes. */
public final class Origins {

    public static final String SERVICE = "whatsapp-dispatcher";
    public static final String SOURCE = "/clinni/" + SERVICE;

    private Origins() {}
}
