package com.clinni.whatsapp.gateway;

import org.jspecify.annotations.Nullable;

/** An event that a gateway tells us by webhook, once its signature is checked. */
public sealed interface GatewayEvent {

    /**
     * A message moved up the ladder.
     *
     * @param lid what WhatsApp calls the recipient where it hides the number
     */
    record Receipt(String messageId, Ack ack, @Nullable String lid) implements GatewayEvent {}

    /**
     * A message that the gateway had accepted will never arrive.
     *
     * @param reason what WhatsApp says of it
     */
    record Failure(String messageId, NotSentReason reason) implements GatewayEvent {}

    /** The session changed. */
    record SessionChanged(SessionState state) implements GatewayEvent {}

    /** A person wrote to the number. */
    record Inbound(InboundMessage message) implements GatewayEvent {}

    /** Written to a group, as a status or in a newsletter: nobody expects an answer from us. */
    record Overheard() implements GatewayEvent {}

    /** Nothing we act on. */
    record Ignored() implements GatewayEvent {}
}
