package com.clinni.testbed.simulator;

import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.Json;
import com.clinni.testbed.simulator.http.Request;
import com.clinni.testbed.simulator.whatsapp.InboundWhatsApp;
import com.clinni.testbed.simulator.whatsapp.Installation;
import com.clinni.testbed.simulator.whatsapp.SimulatedContact;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSimulator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.Map;

/**
 * {@code /_sim/whatsapp}: what only WhatsApp has. It runs on an engine, people write, are known
 * otherwise than their numbers suggest, and webhooks come again.
 */
record WhatsAppControl(WhatsAppSimulator whatsApp) {

    /** The people who are known otherwise. */
    record People(List<SimulatedContact> contacts) {}

    /** The share of webhooks after which one of before comes again. */
    record Repeats(double repeated) {}

    /** The people whose messages are accepted, and refused afterwards. */
    record Refused(List<String> numbers) {}

    HttpAnswer answer(String call, Request request) throws InterruptedException {
        return switch (call) {
            case "POST inbound" -> {
                var id = whatsApp.receive(read(request, InboundWhatsApp.class));
                yield HttpAnswer.json(200, Map.of("id", id));
            }
            case "GET contacts" -> HttpAnswer.json(200, new People(whatsApp.contacts()));
            case "POST contacts" -> {
                whatsApp.contacts(read(request, People.class).contacts());
                yield HttpAnswer.json(200, new People(whatsApp.contacts()));
            }
            case "GET installation" -> HttpAnswer.json(200, whatsApp.installation());
            case "POST installation" -> {
                whatsApp.install(read(request, Installation.class));
                yield HttpAnswer.json(200, whatsApp.installation());
            }
            case "POST refused" -> {
                whatsApp.refuse(read(request, Refused.class).numbers());
                yield HttpAnswer.json(200, Map.of());
            }
            case "GET webhooks" -> HttpAnswer.json(200, new Repeats(whatsApp.repeatedWebhooks()));
            case "POST webhooks" -> {
                whatsApp.repeatWebhooks(read(request, Repeats.class).repeated());
                yield HttpAnswer.json(200, new Repeats(whatsApp.repeatedWebhooks()));
            }
            case "POST webhooks/repeat" ->
                    HttpAnswer.json(200, Map.of("repeated", whatsApp.repeatWebhooks()));
            default -> ControlServer.unknown(whatsApp.name());
        };
    }

    private static <T> T read(Request request, Class<T> type) {
        JsonNode body = Json.readObject(request.body());
        try {
            return Json.MAPPER.treeToValue(body, type);
        } catch (ValueInstantiationException e) {
            throw new IllegalArgumentException(ControlServer.reason(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The request cannot be read.", e);
        }
    }
}
