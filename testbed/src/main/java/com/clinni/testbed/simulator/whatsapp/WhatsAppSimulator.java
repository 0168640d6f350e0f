package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.channel.SimulatedChannel;
import com.clinni.testbed.simulator.http.HttpListener;
import com.clinni.testbed.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A WhatsApp gateway with WAHA's contract, and the phones behind it. */
public final class WhatsAppSimulator implements SimulatedChannel {

    private static final Set<Mode> MODES =
            EnumSet.complementOf(EnumSet.of(Mode.NO_BALANCE, Mode.SENDER_BLOCKED));

    private final SimulatedContacts contacts = new SimulatedContacts();
    private final SimulatedMessages messages;
    private final Webhooks webhooks;
    private final HttpListener listener;
    private volatile Behaviour behaviour = Behaviour.OK;
    private volatile Installation installation;
    private volatile Set<String> refused = Set.of();

    public WhatsAppSimulator(WhatsAppSettings settings) {
        this(settings, Clock.systemUTC());
    }

    public WhatsAppSimulator(WhatsAppSettings settings, Clock clock) {
        installation = settings.installation();
        webhooks =
                new Webhooks(settings.webhook(), settings.webhookKey(), clock, this::installation);
        messages = new SimulatedMessages(settings.directory().resolve("whatsapp.jsonl"), clock);
        var receipts = new ReceiptSender(messages, webhooks, this::installation);
        var api =
                new WahaApi(
                        settings.apiKey(),
                        messages,
                        contacts,
                        receipts,
                        this::behaviour,
                        this::installation,
                        this::refused);
        listener = new HttpListener(settings.host(), settings.port(), api);
    }

    /** A patient writes to our number. Returns the message's id. */
    public String receive(String from, String text) {
        return receive(InboundWhatsApp.by(from, text));
    }

    /** Somebody writes in any of the ways there are. Returns the message's id. */
    public String receive(InboundWhatsApp written) {
        var chat = written.chat(contacts);
        var message = messages.inbound(written, chat);
        webhooks.tell(chat, written.fromMe() ? "message.any" : "message", message);
        return message.get("id").asText();
    }

    /** The people whom WhatsApp or the gateway knows otherwise; everybody else by number. */
    public void contacts(List<SimulatedContact> people) {
        contacts.are(people);
    }

    public List<SimulatedContact> contacts() {
        return contacts.all();
    }

    /** After so many webhooks, from 0 to 1, one of before comes again, signed as it was. */
    public void repeatWebhooks(double share) {
        webhooks.repeats().share(share);
    }

    public double repeatedWebhooks() {
        return webhooks.repeats().share();
    }

    /** Sends the last webhooks once more; returns how many were taken. */
    public int repeatWebhooks() throws InterruptedException {
        return webhooks.repeatAll();
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public Set<Mode> modes() {
        return MODES;
    }

    @Override
    public List<ReceivedWhatsApp> received() {
        return messages.received();
    }

    @Override
    public Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public synchronized void behave(Behaviour wanted) {
        check(wanted);
        var before = session();
        behaviour = wanted;
        if (wanted.is(Mode.DOWN)) {
            listener.close();
        } else {
            listener.open();
        }
        if (!session().equals(before)) {
            webhooks.tell("session", "session.status", sessionStatus(before));
        }
    }

    /** The WAHA that is simulated. */
    public Installation installation() {
        return installation;
    }

    /** Somebody installs another one, with which the session starts anew. */
    public synchronized void install(Installation wanted) {
        installation = wanted;
        webhooks.tell("session", "session.status", sessionStatus("STARTING"));
    }

    /** The gateway accepts messages to these numbers, and WhatsApp refuses them afterwards. */
    public void refuse(Collection<String> numbers) {
        refused = Set.copyOf(numbers);
    }

    private Set<String> refused() {
        return refused;
    }

    @Override
    public int port() {
        return listener.port();
    }

    /** The gateway's address. */
    public String url() {
        return "http://localhost:" + port();
    }

    @Override
    public void close() {
        listener.close();
        webhooks.close();
        messages.close();
    }

    private String session() {
        return WahaApi.sessionStatus(behaviour);
    }

    private ObjectNode sessionStatus(String before) {
        var payload = Json.MAPPER.createObjectNode().put("status", session());
        payload.putArray("statuses")
                .add(Json.MAPPER.createObjectNode().put("status", before))
                .add(Json.MAPPER.createObjectNode().put("status", session()));
        payload.putObject("data");
        return payload;
    }
}
