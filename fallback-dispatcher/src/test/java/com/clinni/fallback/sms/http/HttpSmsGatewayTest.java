package com.clinni.fallback.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.Settings;
import com.clinni.fallback.sms.gateway.SmsGateway;
import com.clinni.fallback.sms.gateway.SmsGateway.Lookup;
import com.clinni.fallback.sms.gateway.SmsGatewayConformance;
import com.clinni.testbed.infrastructure.FreePorts;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP adapter against bodies as the provider answers them. */
class HttpSmsGatewayTest extends SmsGatewayConformance {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofMillis(400);
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
    protected Set<Provider> impossible() {
        return Set.of();
    }

    @Override
    protected SmsGateway gatewayOf(Provider provider) {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(answer(provider)));
        if (provider == Provider.ACCEPTS) {
            SERVER.stubFor(
                    get(urlEqualTo("/sms/" + SMS.reference()))
                            .willReturn(json(404, "{\"code\":\"NOT_FOUND\"}")));
        }
        var limit = provider == Provider.HANGS ? IMPATIENT : LIMIT;
        var url =
                provider == Provider.REFUSES_CONNECTIONS
                        ? "http://localhost:" + FreePorts.any()
                        : SERVER.baseUrl();
        return gateway(url, limit, Map.of());
    }

    @Override
    protected int requests() {
        return SERVER.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Override
    protected String received() {
        var body = SERVER.findAll(anyRequestedFor(anyUrl())).getFirst().getBodyAsString();
        return JsonPath.from(body).getString("text");
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

    @Test
    void a_lookup_finds_proves_absence_or_does_not_know() {
        assertThat(lookUp(Provider.KNOWS_IT_ALREADY)).isEqualTo(new Lookup.Found("sms-1"));
        assertThat(lookUp(Provider.ACCEPTS)).isEqualTo(new Lookup.Absent());
        assertThat(lookUp(Provider.ANSWERS_A_PAGE)).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void a_provider_with_a_form_and_words_of_its_own_is_described_and_not_programmed() {
        var described =
                gateway(
                        SERVER.baseUrl(),
                        LIMIT,
                        Map.ofEntries(
                                Map.entry("path", "/api/http"),
                                Map.entry("body", "FORM"),
                                Map.entry("to-field", "dest"),
                                Map.entry("text-field", "msg"),
                                Map.entry("from-field", "senderId"),
                                Map.entry("reference-field", "idAck"),
                                Map.entry("numbers", "DIGITS"),
                                Map.entry("constants.cmd", "sendsms"),
                                Map.entry("constants.ack", "true"),
                                Map.entry("key-header", "X-Key"),
                                Map.entry("key-value", "{key}"),
                                Map.entry("accepted-statuses", "200"),
                                Map.entry("accepted-when", "status=000|001"),
                                Map.entry("id-field", "details.0.id"),
                                Map.entry("error-field", "status"),
                                Map.entry("errors", "*/010=SMS_REFUSED,*/017=SMS_SENDER_BLOCKED"),
                                Map.entry("lookup-path", "off")));
        answers(200, "{\"status\":\"000\",\"details\":[{\"id\":77}]}");
        assertThat(described.send(SMS)).isEqualTo(new Accepted("77"));
        SERVER.verify(
                postRequestedFor(urlEqualTo("/api/http"))
                        .withHeader("X-Key", equalTo("secret"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withRequestBody(containing("cmd=sendsms"))
                        .withRequestBody(containing("dest=34600000123"))
                        .withRequestBody(containing("senderId=Clinni"))
                        .withRequestBody(containing("idAck=" + SMS.reference()))
                        .withRequestBody(
                                containing(
                                        "msg=Le%20recordamos%20su%20cita%3A%20ma%C3%B1ana%20a"
                                                + "%20las%2010%3A00%20%E2%82%AC")));

        answers(200, "{\"status\":\"010\"}");
        assertThat(described.send(SMS)).isEqualTo(NotSent.forGood(Cause.SMS_REFUSED));
        answers(200, "{\"status\":\"017\"}");
        assertThat(described.send(SMS)).isEqualTo(NotSent.forGood(Cause.SMS_SENDER_BLOCKED));
        answers(200, "{\"status\":\"999\"}");
        assertThat(described.send(SMS)).isInstanceOf(InDoubt.class);
        answers(200, "{\"status\":\"000\"}");
        assertThat(described.send(SMS)).isInstanceOf(InDoubt.class);
        assertThat(described.lookup(SMS.reference())).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void a_provider_that_wants_everything_in_the_address_gets_it_encoded() {
        var described =
                gateway(
                        SERVER.baseUrl(),
                        LIMIT,
                        Map.of("method", "GET", "body", "QUERY", "path", "/send"));
        answers(200, "{\"id\":\"a\"}");

        assertThat(described.send(sms("a&to=+34600000999 #%"))).isEqualTo(new Accepted("a"));

        SERVER.verify(
                getRequestedFor(urlPathEqualTo("/send"))
                        .withQueryParam("text", equalTo("a&to=+34600000999 #%"))
                        .withQueryParam("to", equalTo("+34600000123")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"999=SMS_REFUSED", "429", "429=NO_SUCH", "429=LINE_DOWN", "=SMS_REFUSED"})
    void a_table_that_cannot_be_is_refused_with_a_sentence(String entry) {
        assertThatThrownBy(() -> gateway(SERVER.baseUrl(), LIMIT, Map.of("errors", entry)))
                .hasMessageContaining("sms.http.errors");
    }

    private static void answers(int status, String body) {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(json(status, body)));
    }

    private static SmsGateway gateway(String url, Duration limit, Map<String, String> http) {
        var terms =
                Settings.sms(
                                http.entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        e -> "http." + e.getKey(),
                                                        Map.Entry::getValue)))
                        .http();
        return new HttpSmsGateway(
                new SmsHttpClient(URI.create(url), "secret", limit, limit, terms), terms);
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
                    json(
                            202,
                            "{\"id\":\"sms-1\",\"x\":\""
                                    + "x".repeat(SmsHttpClient.LARGEST)
                                    + "\"}");
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
}
