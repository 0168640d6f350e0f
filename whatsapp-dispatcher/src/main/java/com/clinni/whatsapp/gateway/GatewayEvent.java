package com.clinni.whatsapp.gateway;

/** What a gateway tells us by webhook, once its signature is checked. */
public sealed interface GatewayEvent {

    /** A message moved up the ladder. */
    record Receipt(String messageId, Ack ack) implements GatewayEvent {}

    /** The session changed. */
    record SessionChanged(SessionState state) implements GatewayEvent {}

    /** Somebody wrote to the number. */
    record Inbound() implements GatewayEvent {}

    /** Nothing we act on. */
    record Ignored() implements GatewayEvent {}
}
