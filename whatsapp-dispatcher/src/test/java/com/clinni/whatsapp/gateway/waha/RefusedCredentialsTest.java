package com.clinni.whatsapp.gateway.waha;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.HttpListener;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.gateway.NewMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.Reconciliation.CredentialsRefused;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.gateway.SessionState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys may be wrong, or be allowed some calls and not others. */
class RefusedCredentialsTest {

    private static final ClientMessageId ID = new ClientMessageId("3EB0AABBCCDD");
    private static final ChatId CHAT = new ChatId("34600000123@c.us");

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void in_every_call_a_refused_key_is_called_that(int status) {
        try (var listener = refusing("/api", status);
                var gateway = gateway(listener)) {
            assertThat(gateway.send(CHAT, "hola", ID, () -> true))
                    .isEqualTo(new NotSent(NotSentReason.CREDENTIALS_REFUSED));
            assertThat(gateway.exists(new PhoneNumber("+34600000123")))
                    .isEqualTo(new Existence.Unknown(NotSentReason.CREDENTIALS_REFUSED));
            assertThat(gateway.newMessageId())
                    .isEqualTo(new NewMessageId.NotGiven(NotSentReason.CREDENTIALS_REFUSED));
            assertThat(gateway.session()).isEqualTo(SessionState.CREDENTIALS_REFUSED);
            assertThat(gateway.inspect()).isEqualTo(SessionState.CREDENTIALS_REFUSED);
            assertThat(gateway.reconcile(ID, CHAT, Instant.EPOCH))
                    .isEqualTo(new CredentialsRefused());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new-message-id", "/messages"})
    void a_key_that_may_not_ask_what_sending_needs_is_found_by_looking(String refused) {
        try (var listener = refusing(refused, 403);
                var gateway = gateway(listener)) {
            assertThat(gateway.session()).isEqualTo(SessionState.READY);
            assertThat(gateway.inspect()).isEqualTo(SessionState.CREDENTIALS_REFUSED);
        }
    }

    /** A key of one session need not be allowed to ask about the whole server. */
    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void a_version_that_nobody_tells_is_no_objection(int status) {
        try (var listener = refusing("/server/version", status);
                var gateway = gateway(listener)) {
            assertThat(gateway.inspect()).isEqualTo(SessionState.READY);
        }
    }

    private static HttpListener refusing(String paths, int status) {
        return new HttpListener(
                "127.0.0.1",
                0,
                request -> {
                    var path = "/" + String.join("/", request.path());
                    if (path.contains(paths)) {
                        return HttpAnswer.json(status, Map.of("statusCode", status));
                    }
                    return path.endsWith("/messages")
                            ? HttpAnswer.json(200, java.util.List.of())
                            : HttpAnswer.json(
                                    200,
                                    Map.of(
                                            "status",
                                            "WORKING",
                                            "id",
                                            "3EB0AABBCC",
                                            "me",
                                            Map.of("id", "34600000000@c.us")));
                });
    }

    private static WahaGateway gateway(HttpListener listener) {
        return new WahaGateway(
                new WahaSettings(
                        URI.create("http://127.0.0.1:" + listener.port()),
                        "default",
                        "key",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1)),
                Clock.systemUTC());
    }
}
