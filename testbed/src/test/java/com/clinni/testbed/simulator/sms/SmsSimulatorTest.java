package com.clinni.testbed.simulator.sms;

import static com.clinni.testbed.simulator.http.SimulatorClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.http.SimulatorClient;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsSimulatorTest {

    @TempDir Path directory;
    private SmsSimulator provider;
    private SimulatorClient calls;

    @BeforeEach
    void start() {
        provider = new SmsSimulator(0, directory, "key");
        calls = new SimulatorClient(provider.url(), "Authorization", "Bearer key");
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void a_sent_text_is_on_the_phone_with_its_segments() throws Exception {
        var sent = send("r1");

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(json(sent).get("segments").asInt()).isEqualTo(1);
        assertThat(json(sent).get("state").asText()).isEqualTo("ACCEPTED");
        assertThat(json(calls.get("/sms/r1")).get("id")).isEqualTo(json(sent).get("id"));
        assertThat(calls.get("/sms/r2").statusCode()).isEqualTo(404);
    }

    @Test
    void the_same_reference_is_the_same_sms_even_after_a_restart() throws Exception {
        var first = json(send("r1")).get("id");
        provider.close();
        provider = new SmsSimulator(0, directory, "key");
        calls = new SimulatorClient(provider.url(), "Authorization", "Bearer key");

        var again = send("r1");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("id")).isEqualTo(first);
        assertThat(provider.received()).hasSize(1);
    }

    @Test
    void a_share_of_the_calls_is_treated_badly_and_the_rest_well() throws Exception {
        provider.behave(Behaviour.of(Mode.ERROR_500).forShare(0.5));
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 60; i++) {
            statuses.add(send("r" + i).statusCode());
        }
        assertThat(statuses).contains(500, 202).hasSize(60);
        var arrived = statuses.stream().filter(status -> status == 202).count();
        assertThat(provider.received()).hasSize(Math.toIntExact(arrived));
        assertThatThrownBy(() -> Behaviour.of(Mode.DOWN).forShare(0.5))
                .hasMessageContaining("neither DOWN");
    }

    @Test
    void a_wrong_key_a_bad_number_and_a_missing_text_are_refused() throws Exception {
        var stranger = new SimulatorClient(provider.url(), "Authorization", "Bearer other");
        assertThat(stranger.get("/sms/r1").statusCode()).isEqualTo(401);
        var bad = calls.post("/sms", "{\"to\":\"600\",\"text\":\"x\",\"reference\":\"r\"}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).get("code").asText()).isEqualTo("INVALID_NUMBER");
        var empty = calls.post("/sms", "{\"to\":\"+34600000123\",\"reference\":\"r\"}");
        assertThat(json(empty).get("code").asText()).isEqualTo("INVALID_REQUEST");
        assertThat(calls.post("/sms", "no json").statusCode()).isEqualTo(400);
    }

    @Test
    void each_refusal_has_its_status_and_sends_nothing() throws Exception {
        assertThat(statusIn(Mode.NO_BALANCE)).isEqualTo(402);
        assertThat(statusIn(Mode.SENDER_BLOCKED)).isEqualTo(403);
        assertThat(statusIn(Mode.RATE_LIMITED)).isEqualTo(429);
        assertThat(statusIn(Mode.ERROR_500)).isEqualTo(500);
        assertThat(calls.get("/sms/r1").statusCode()).isEqualTo(404);
        assertThat(statusIn(Mode.ERROR_503)).isEqualTo(503);
        assertThat(statusIn(Mode.GARBAGE)).isEqualTo(200);
        assertThat(provider.received()).isEmpty();
    }

    @Test
    void a_name_that_is_not_registered_is_blocked_and_a_number_is_not() throws Exception {
        assertThat(json(sendFrom("ClinicaSol")).get("code").asText())
                .isEqualTo("SENDER_NOT_REGISTERED");
        assertThat(sendFrom("+34910000000").statusCode()).isEqualTo(202);
        provider.senders().register(List.of("Clinni", "ClinicaSol"));
        assertThat(sendFrom("ClinicaSol").statusCode()).isEqualTo(202);
        assertThat(provider.received()).hasSize(2);
    }

    private HttpResponse<String> sendFrom(String sender) throws Exception {
        return calls.post(
                "/sms",
                "{\"to\":\"+34600000123\",\"text\":\"Hola\",\"from\":\"%s\",\"reference\":\"%s\"}"
                        .formatted(sender, UUID.randomUUID()));
    }

    @Test
    void a_provider_that_hangs_after_sending_has_sent_and_can_be_asked() throws Exception {
        provider.mode(Mode.HANG_AFTER_SENDING);

        assertThatThrownBy(() -> send("r1", Duration.ofMillis(300)))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(provider.received()).hasSize(1);
        assertThat(calls.get("/sms/r1").statusCode()).isEqualTo(200);
    }

    @Test
    void a_slow_provider_answers_late_and_one_that_is_down_not_at_all() throws Exception {
        provider.behave(Behaviour.slow(200));
        var before = System.nanoTime();
        assertThat(send("r1").statusCode()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(Duration.ofMillis(199));

        provider.mode(Mode.DOWN);
        assertThatThrownBy(() -> send("r2")).isInstanceOf(ConnectException.class);
        provider.mode(Mode.OK);
        assertThat(send("r2").statusCode()).isEqualTo(202);
    }

    private int statusIn(Mode mode) throws Exception {
        provider.mode(mode);
        return send("r1").statusCode();
    }

    private HttpResponse<String> send(String reference) throws Exception {
        return send(reference, Duration.ofSeconds(5));
    }

    private HttpResponse<String> send(String reference, Duration patience) throws Exception {
        return calls.post(
                "/sms",
                "{\"to\":\"+34600000123\",\"text\":\"Hola\",\"from\":\"Clinni\",\"reference\":\"%s\"}"
                        .formatted(reference),
                patience);
    }

    @Test
    void the_balance_goes_down_by_what_is_sent_and_what_is_charged_besides() throws Exception {
        provider.account().behave(SmsAccount.Terms.left(4).charging(1));

        send("r1");
        send("r1");

        assertThat(json(calls.get("/balance")).get("segments").asInt()).isEqualTo(2);
        send("r2");
        assertThat(send("r3").statusCode()).isEqualTo(402);
        assertThat(provider.received()).hasSize(2);
    }

    @Test
    void the_balance_is_answered_as_oddly_as_wanted() throws Exception {
        provider.account().behave(SmsAccount.Terms.answering("-5"));

        assertThat(calls.get("/balance").body()).isEqualTo("-5");
    }
}
