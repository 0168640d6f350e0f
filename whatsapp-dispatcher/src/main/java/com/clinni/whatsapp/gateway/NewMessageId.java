package com.clinni.whatsapp.gateway;

/** An id for a message to come, or why there is none. */
public sealed interface NewMessageId {

    record Given(ClientMessageId id) implements NewMessageId {}

    record NotGiven(NotSentReason reason) implements NewMessageId {}
}
