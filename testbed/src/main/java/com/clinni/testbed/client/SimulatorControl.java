package com.clinni.testbed.client;

import com.clinni.testbed.simulator.whatsapp.SimulatedContact;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Controls the simulators: reads what patients received, and makes providers misbehave. */
public final class SimulatorControl {

    private static final int A_PIECE = 1_000;

    private final Http control;

    /** The simulators' control on this machine. */
    public SimulatorControl(int controlPort) {
        this.control = new Http(Clinni.local(controlPort));
    }

    /** Everything that reached a patient over {@code whatsapp}, {@code mail} or {@code sms}. */
    public List<ReceivedMessage> received(String channel) {
        return received(channel, 0);
    }

    /** The same without the first so many, which the caller has read already. */
    public List<ReceivedMessage> received(String channel, int after) {
        var records = control.get("/_sim/" + channel + "?after=" + after).orThrow().body();
        return StreamSupport.stream(records.spliterator(), false).map(ReceivedMessage::of).toList();
    }

    /** How many messages reached patients over a channel. */
    public int count(String channel) {
        return control.get("/_sim/" + channel + "/count").orThrow().body().path("count").asInt();
    }

    /** The records of a channel as they are, without the first so many; read in pieces. */
    public List<JsonNode> records(String channel, int after) {
        var records = new ArrayList<JsonNode>();
        JsonNode piece;
        do {
            var from = after + records.size();
            var path = "/_sim/%s?after=%d&limit=%d".formatted(channel, from, A_PIECE);
            piece = control.get(path).orThrow().body();
            piece.forEach(records::add);
        } while (piece.size() == A_PIECE);
        return records;
    }

    /** Switches a channel's mode; {@code more} are the mode's own settings. */
    public void mode(String channel, String mode, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("mode", mode);
        control.post("/_sim/" + channel + "/mode", body).orThrow();
    }

    /** Lets the WhatsApp gateway be a WAHA with this engine. */
    public void engine(String engine) {
        control.post("/_sim/whatsapp/installation", Map.of("engine", engine)).orThrow();
    }

    /** Lets WhatsApp refuse what the gateway accepts for these numbers. */
    public void refuses(List<String> numbers) {
        control.post("/_sim/whatsapp/refused", Map.of("numbers", numbers)).orThrow();
    }

    /** A person writes to our WhatsApp number. */
    public void writes(String from, String text) {
        control.post("/_sim/whatsapp/inbound", Map.of("from", from, "text", text)).orThrow();
    }

    /** These people are known to WhatsApp or its gateway otherwise than their numbers suggest. */
    public void contacts(List<SimulatedContact> people) {
        control.post("/_sim/whatsapp/contacts", Map.of("contacts", people)).orThrow();
    }

    /** After so many of WhatsApp's webhooks, from 0 to 1, one of before comes again. */
    public void repeatWebhooks(double share) {
        control.post("/_sim/whatsapp/webhooks", Map.of("repeated", share)).orThrow();
    }

    /** The last of WhatsApp's webhooks come once more, signed as they were. */
    public void repeatWebhooks() {
        control.post("/_sim/whatsapp/webhooks/repeat", Map.of()).orThrow();
    }

    public void mode(String channel, String mode) {
        mode(channel, mode, Map.of());
    }
}
