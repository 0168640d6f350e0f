package com.clinni.fallback.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The HTTP adapter against bodies as the provider answers them. */
class HttpSmsGatewayTest extends SmsGatewayConformance {

    private static final Duration LIMIT = Duration.ofMillis(400);
    private static final int TOO_LATE_MILLIS = 1_500;

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Override
    SmsGateway gatewayOf(Provider provider) {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(answer(provider)));
        if (provider == Provider.ACCEPTS) {
            SERVER.stubFor(
                    get(urlEqualTo("/sms/" + SMS.reference()))
                            .willReturn(json(404, "{\"code\":\"NOT_FOUND\"}")));
        }
        var url = provider == Provider.REFUSES_CONNECTIONS ? closedPort() : SERVER.baseUrl();
        return new HttpSmsGateway(new SmsApi(URI.create(url), "secret", LIMIT, LIMIT));
    }

    @Override
    int requests() {
        return SERVER.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Test
    void it_asks_as_the_contract_says() {
        gatewayOf(Provider.ACCEPTS).send(SMS);

        SERVER.verify(
                postRequestedFor(urlEqualTo("/sms"))
                        .withHeader("Authorization", equalTo("Bearer secret"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"to": "+34600000123", "from": "Clinni",
                                         "text": "Le recordamos su cita: mañana a las 10:00 €",
                                         "reference": "%s"}
                                        """
                                                .formatted(SMS.reference()))));
    }

    private static ResponseDefinitionBuilder answer(Provider provider) {
        return switch (provider) {
            case ACCEPTS -> json(202, "{\"id\":\"sms-1\",\"segments\":1,\"state\":\"ACCEPTED\"}");
            case KNOWS_IT_ALREADY ->
                    json(200, "{\"id\":\"sms-1\",\"segments\":1,\"state\":\"ACCEPTED\"}");
            case REFUSES_THE_NUMBER -> json(400, "{\"code\":\"INVALID_NUMBER\"}");
            case HAS_NO_BALANCE -> json(402, "{\"code\":\"NO_BALANCE\"}");
            case BLOCKS_THE_SENDER -> json(403, "{\"code\":\"SENDER_NOT_REGISTERED\"}");
            case REFUSES_THE_KEY -> json(401, "{\"code\":\"UNAUTHORIZED\"}");
            case LIMITS_THE_RATE -> json(429, "{\"code\":\"RATE_LIMITED\"}");
            case IS_UNAVAILABLE -> json(503, "{\"code\":\"UNAVAILABLE\"}");
            case FAILS -> json(500, "{\"code\":\"INTERNAL\"}");
            case ACCEPTS_WITHOUT_AN_ID -> json(202, "{\"state\":\"ACCEPTED\"}");
            case ANSWERS_A_PAGE -> aResponse().withStatus(200).withBody("<html>Sign in</html>");
            case ANSWERS_HALF_AN_OBJECT -> json(202, "{\"id\":\"sms-1\"");
            case ANSWERS_TOO_MUCH ->
                    json(202, "{\"id\":\"sms-1\",\"x\":\"" + "x".repeat(SmsApi.LARGEST) + "\"}");
            case REDIRECTS -> aResponse().withStatus(307).withHeader("Location", "/elsewhere");
            case HANGS -> json(202, "{\"id\":\"sms-1\"}").withFixedDelay(TOO_LATE_MILLIS);
            case CUTS -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case REFUSES_CONNECTIONS -> aResponse();
        };
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static String closedPort() {
        try (var socket = new ServerSocket(0)) {
            return "http://localhost:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
