package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Phones;
import com.clinni.testbed.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reports the way of a message step by step, as WhatsApp's ticks do. */
final class ReceiptSender {

    private static final int SERVER = 1;
    private static final int DEVICE = 2;
    private static final int READ = 3;

    private final SimulatedMessages messages;
    private final Webhooks webhooks;
    private final Supplier<Installation> installation;

    ReceiptSender(
            SimulatedMessages messages, Webhooks webhooks, Supplier<Installation> installation) {
        this.messages = messages;
        this.webhooks = webhooks;
        this.installation = installation;
    }

    /** It is on the phone, and some people read at once. */
    void delivered(SimulatedMessages.Message message) {
        stuckAtServer(message);
        reached(message, DEVICE);
        if (Phones.reads(message.chat())) {
            reached(message, READ);
        }
    }

    /** WhatsApp has it, and there it stays: what happens with numbers that have no WhatsApp. */
    void stuckAtServer(SimulatedMessages.Message message) {
        if (installation.get().engine().tellsAck1()) {
            reached(message, SERVER);
        } else {
            messages.ack(message.id(), SERVER);
            webhooks.tell(message.chat(), "message.any", message.acked(SERVER).json());
        }
    }

    /** WhatsApp refuses it, and says why if it is asked to. */
    void failed(SimulatedMessages.Message message, @Nullable Integer error) {
        messages.fail(message.id(), error);
        var payload = receipt(message, SimulatedMessages.FAILED);
        if (error != null) {
            payload.set("error", SimulatedMessages.error(error));
        }
        webhooks.tell(message.chat(), "message.ack", payload);
    }

    private void reached(SimulatedMessages.Message message, int ack) {
        messages.ack(message.id(), ack);
        webhooks.tell(message.chat(), "message.ack", receipt(message, ack));
    }

    private static ObjectNode receipt(SimulatedMessages.Message message, int ack) {
        var payload =
                Json.MAPPER
                        .createObjectNode()
                        .put("id", message.id())
                        .put("from", message.chat())
                        .put("fromMe", true)
                        .put("ack", ack)
                        .put("ackName", SimulatedMessages.ackName(ack));
        payload.putNull("participant");
        return payload;
    }
}
