package com.clinni.faultharness.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A message on a patient's phone or in a mailbox, from the simulators' own records.
 *
 * @param channel whatsapp, mail or sms
 * @param to E.164 or an address
 * @param segments billed, of an SMS; otherwise 0
 */
public record SeenMessage(
        String channel, Instant at, String to, String text, String id, int segments) {

    static SeenMessage of(String channel, JsonNode record) {
        return new SeenMessage(
                channel,
                Instant.parse(record.path("at").asText()),
                record.path("to").asText(),
                record.path("text").asText(),
                record.path("id").asText(),
                record.path("segments").asInt());
    }

    boolean isMail() {
        return channel.equals("mail");
    }

    @Override
    public String toString() {
        return channel + " " + id + " at " + at;
    }
}
