package com.clinni.whatsapp.gateway;

/** The id a message gets before it is sent, so that a send in doubt can be found again. */
public record ClientMessageId(String value) {}
