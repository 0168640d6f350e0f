package com.clinni.testbed.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A message on a patient's phone (to: E.164) or in a mailbox (to: address).
 *
 * @param id the gateway's or, of an e-mail, its Message-ID
 */
public record ReceivedMessage(Instant at, String to, String text, String id) {

    static ReceivedMessage of(JsonNode node) {
        return new ReceivedMessage(
                Instant.parse(node.path("at").asText()),
                node.path("to").asText(),
                node.path("text").asText(),
                node.path("id").asText());
    }
}
