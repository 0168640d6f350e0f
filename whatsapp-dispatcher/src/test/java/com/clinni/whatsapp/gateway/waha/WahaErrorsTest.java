package com.clinni.whatsapp.gateway.waha;

import static com.clinni.whatsapp.gateway.NotSentReason.CREDENTIALS_REFUSED;
import static com.clinni.whatsapp.gateway.NotSentReason.GATEWAY_UNREACHABLE;
import static com.clinni.whatsapp.gateway.NotSentReason.LINE_DOWN;
import static com.clinni.whatsapp.gateway.NotSentReason.LINE_RESTRICTED;
import static com.clinni.whatsapp.gateway.NotSentReason.RATE_LIMITED;
import static com.clinni.whatsapp.gateway.NotSentReason.REFUSED_BY_PROVIDER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Answered;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.BrokenOff;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.NotConnected;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.TimedOut;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WahaErrorsTest {

    private static final String SESSION_NOT_AS_EXPECTED =
            """
            {"error":"Session status is not as expected. Try again later or restart the session",
             "session":"default","status":"SCAN_QR_CODE","expected":["WORKING"]}\
            """;

    /**
     * The request that WAHA's error page quotes holds 463 in the number; the error itself does not.
     */
    private static final String QUOTING_463 =
            """
            {"statusCode":500,"timestamp":"2026-01-01T00:00:00Z",
             "exception":{"name":"Error","message":"boom"},
             "request":{"path":"/api/sendText","method":"POST",
                        "body":{"chatId":"34463463463@c.us","text":"sala 463"}}}\
            """;

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(new NotConnected(), new NotSent(GATEWAY_UNREACHABLE)),
                arguments(new TimedOut(), new InDoubt("timed-out")),
                arguments(new BrokenOff(), new InDoubt("broken-off")),
                arguments(
                        answer(401, "{\"message\":\"Unauthorized\"}"),
                        new NotSent(CREDENTIALS_REFUSED)),
                arguments(
                        answer(403, "{\"message\":\"Forbidden\"}"),
                        new NotSent(CREDENTIALS_REFUSED)),
                arguments(answer(404, "{}"), new NotSent(LINE_DOWN)),
                arguments(answer(422, SESSION_NOT_AS_EXPECTED), new NotSent(LINE_DOWN)),
                arguments(
                        answer(422, "{\"message\":\"bad chatId\"}"),
                        new NotSent(REFUSED_BY_PROVIDER)),
                arguments(
                        answer(429, "slow down"), new NotSent(RATE_LIMITED, Duration.ofSeconds(7))),
                arguments(answer(503, ""), new NotSent(GATEWAY_UNREACHABLE)),
                arguments(
                        answer(500, "{\"exception\":{\"message\":\"server returned error 463\"}}"),
                        new NotSent(LINE_RESTRICTED)),
                arguments(
                        answer(500, "{\"exception\":\"server returned error 463\"}"),
                        new NotSent(LINE_RESTRICTED)),
                arguments(
                        answer(
                                500,
                                "{\"exception\":{\"message\":\"2 UNKNOWN: server returned error"
                                        + " 429\"}}"),
                        new NotSent(RATE_LIMITED)),
                arguments(
                        answer(500, "{\"exception\":{\"message\":\"status 429: rate-overlimit\"}}"),
                        new NotSent(RATE_LIMITED)),
                arguments(
                        answer(
                                500,
                                "{\"exception\":{\"message\":\"no LID found for 34429429429\"}}"),
                        new InDoubt("status-500")),
                arguments(answer(500, QUOTING_463), new InDoubt("status-500")),
                arguments(answer(502, ""), new InDoubt("status-502")),
                arguments(answer(504, ""), new InDoubt("status-504")),
                arguments(
                        answer(200, "{\"id\":\"true_34600000123@c.us_3EB0AA\"}"),
                        new InDoubt("status-200")),
                arguments(answer(302, ""), new InDoubt("status-302")),
                arguments(answer(400, ""), new InDoubt("status-400")),
                arguments(
                        answer(201, "{\"id\":\"true_34600000123@c.us_3EB0AABBCC\",\"ack\":0}"),
                        new Accepted("3EB0AABBCC")),
                arguments(
                        answer(
                                201,
                                "{\"id\":{\"fromMe\":true,\"_serialized\":\"true_34600000123@c.us_3EB0AABBCC\"}}"),
                        new Accepted("3EB0AABBCC")),
                arguments(
                        answer(
                                201,
                                "{\"key\":{\"remoteJid\":\"34600000123@s.whatsapp.net\",\"fromMe\":true,"
                                    + "\"id\":\"3EB0AABBCC\"},\"status\":\"PENDING\"}"),
                        new Accepted("3EB0AABBCC")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void every_answer_means_one_thing(WahaAnswer answer, SendOutcome outcome) {
        assertThat(WahaErrors.outcomeOf(answer)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "true",
                "<html>Log in</html>",
                "{\"id\":null}",
                "{\"id\":7}",
                "{\"id\":\"\"}",
                "{\"error\":\"no\"}",
                "{\"id\":\"true_34600000123@c.us_\"}",
                "{\"id\":",
                "\uFEFF",
                "NaN",
                "{\"key\":{\"id\":{}}}"
            })
    void a_201_that_is_no_message_leaves_doubt(String body) {
        assertThat(WahaErrors.outcomeOf(answer(201, body)))
                .isEqualTo(new InDoubt("answer-without-id"));
    }

    @Test
    void deep_nesting_is_not_followed() {
        assertThat(WahaErrors.outcomeOf(answer(201, "[".repeat(30_000))))
                .isInstanceOf(InDoubt.class);
    }

    @Test
    void an_answer_prints_without_its_body() {
        assertThat(answer(500, QUOTING_463)).hasToString("Answered[500]");
    }

    private static Answered answer(int status, String body) {
        return new Answered(
                status, body.getBytes(UTF_8), status == 429 ? Duration.ofSeconds(7) : null);
    }
}
