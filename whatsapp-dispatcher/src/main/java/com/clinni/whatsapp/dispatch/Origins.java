package com.clinni.whatsapp.dispatch;

/** What this service calls itself in what it publishes. */
final class Origins {

    static final String SERVICE = "whatsapp-dispatcher";
    static final String SOURCE = "/clinni/" + SERVICE;

    private Origins() {}
}
