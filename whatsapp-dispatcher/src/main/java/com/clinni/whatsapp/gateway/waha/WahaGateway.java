package com.clinni.whatsapp.gateway.waha;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.gateway.HiddenNumber;
import com.clinni.whatsapp.gateway.NewMessageId;
import com.clinni.whatsapp.gateway.Reconciliation;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.gateway.WhatsAppGateway;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** WAHA's HTTP API for one session. */
public final class WahaGateway implements WhatsAppGateway, AutoCloseable {

    private final WahaHttp http;
    private final WahaLookUp lookUp;
    private final WahaEngine engine;
    private final String session;

    public WahaGateway(WahaSettings settings, Clock clock) {
        this.http = new WahaHttp(settings, clock);
        this.session = settings.session();
        this.lookUp = new WahaLookUp(http, session);
        this.engine = new WahaEngine(http, session);
    }

    @Override
    public SendOutcome send(ChatId to, String text, ClientMessageId id, BooleanSupplier mayLeave) {
        var message =
                WahaJson.object()
                        .put("session", session)
                        .put("chatId", to.value())
                        .put("text", text)
                        .put("linkPreview", false)
                        .put("id", id.value());
        return WahaErrors.outcomeOf(http.post("/api/sendText", WahaJson.write(message), mayLeave));
    }

    @Override
    public Existence exists(PhoneNumber number) {
        var answer =
                http.get(
                        "/api/contacts/check-exists?phone="
                                + number.digits()
                                + "&session="
                                + encoded(session));
        return WahaContacts.existence(number, answer);
    }

    @Override
    public HiddenNumber numberBehind(String lid) {
        return WahaContacts.hidden(
                http.get("/api/" + encoded(session) + "/lids/" + encoded(lid + "@lid")));
    }

    @Override
    public NewMessageId newMessageId() {
        return engine.newMessageId();
    }

    @Override
    public SessionState session() {
        return WahaSessions.stateOf(http.get("/api/sessions/" + encoded(session)));
    }

    @Override
    public SessionState inspect() {
        return engine.inspect();
    }

    @Override
    public Reconciliation reconcile(ClientMessageId id, ChatId to, Instant sentAround) {
        var found = lookUp.find(id, to, sentAround);
        var absent = found instanceof Reconciliation.ProvedAbsent;
        return absent && session() != SessionState.READY ? new Reconciliation.Unknown() : found;
    }

    @Override
    public void close() {
        http.close();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
