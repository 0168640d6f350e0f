package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.KEY;
import static com.clinni.whatsapp.inbound.WahaWebhooks.envelope;
import static com.clinni.whatsapp.inbound.WahaWebhooks.tell;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.conformance.ManagementPort;
import com.clinni.testbed.simulator.channel.Mode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ReplySendingTest extends ReplyScenario {

    @ParameterizedTest
    @EnumSource(names = {"ERROR_500", "HANG_AFTER_SENDING", "GARBAGE"})
    void an_answer_in_doubt_is_never_sent_again(Mode doubtful) throws Exception {
        var phone = scene.phoneOn("default");
        named(phone);
        phones.ofDefault().mode(doubtful);
        scene.reply();
        var then = answersTo(phone).size();
        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofMinutes(1));
        answer();

        assertThat(stateOfReplyTo(phone)).isEqualTo("IN_DOUBT");
        assertThat(answersTo(phone)).hasSize(then);
    }

    @Test
    void a_node_that_died_over_an_answer_leaves_a_doubt_and_no_second_one() throws Exception {
        var phone = scene.phoneOn("default");
        named(phone);
        scene.update(
                "UPDATE reply SET state = 'SENDING', lease_until = now() - interval '1 second'"
                        + " WHERE phone = ?",
                phone);

        answer();

        assertThat(stateOfReplyTo(phone)).isEqualTo("IN_DOUBT");
        assertThat(answersTo(phone)).isEmpty();
    }

    @Test
    void an_answer_that_certainly_did_not_leave_leaves_later() throws Exception {
        var phone = scene.phoneOn("default");
        named(phone);
        phones.ofDefault().mode(Mode.ERROR_503);
        scene.reply();
        assertThat(stateOfReplyTo(phone)).isEqualTo("WAITING");
        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(10));
        answer();

        assertThat(stateOfReplyTo(phone)).isEqualTo("ACCEPTED");
        assertThat(answersTo(phone)).hasSize(1);
    }

    @Test
    void an_answer_that_could_not_leave_for_minutes_is_none_any_more() throws Exception {
        var phone = scene.phoneOn("default");
        phones.ofDefault().mode(Mode.ERROR_503);
        writes(phone, "Hola");
        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofMinutes(5));
        answer();

        assertThat(stateOfReplyTo(phone)).isEqualTo("EXPIRED");
        assertThat(answersTo(phone)).isEmpty();
    }

    @Test
    void a_receipt_of_an_answer_is_recognised() throws Exception {
        var phone = scene.phoneOn("default");
        writes(phone, "Hola");
        var id = scene.one("SELECT client_message_id FROM reply WHERE phone = ?", phone);

        tell(
                envelope(
                        clock.millis(),
                        "message.ack",
                        "{\"id\":\"true_%s_%s\",\"fromMe\":true,\"ack\":2}"
                                .formatted(chat(phone), id)));

        assertThat(scene.one("SELECT count(*) FROM receipt")).isEqualTo("0");
        assertThat(scene.one("SELECT confirmed_at FROM reply WHERE phone = ?", phone)).isNotNull();
    }

    @Test
    void answers_keep_to_the_pace_of_their_line_and_leave_its_next_slots_to_reminders()
            throws Exception {
        for (var i = 0; i < 3; i++) {
            var body = written(clock.millis(), chat(scene.phoneOn("second")), "Hola");
            WahaWebhooks.request(body)
                    .header("X-Webhook-Hmac", WahaWebhooks.sign("key-of-second", body))
                    .post("/webhooks/waha/second");
        }
        var reminder = scene.phoneOn("second");
        scene.arrives(due(reminder));
        answer();
        answer();
        assertThat(acceptedReplies()).isEqualTo("1");

        // the next slot is at most a minute and a half away, the next answer's at least three
        // minutes
        clock.advance(Duration.ofSeconds(91));
        answer();
        assertThat(acceptedReplies()).isEqualTo("1");
        scene.round();
        assertThat(scene.one("SELECT state FROM message WHERE phone = ?", reminder))
                .isEqualTo("ACCEPTED");
        clock.advance(Duration.ofSeconds(180));
        answer();
        assertThat(acceptedReplies()).isEqualTo("2");
    }

    @Test
    void a_thousand_messages_at_once_are_all_kept_and_reminders_go_on() throws Exception {
        var patients = IntStream.range(0, 50).mapToObj(i -> scene.phoneOn("default")).toList();
        var writers = IntStream.range(0, 100).mapToObj(i -> scene.phoneOn("default")).toList();
        patients.forEach(phone -> scene.arrives(due(phone)));
        try (var crowd = Executors.newFixedThreadPool(20)) {
            var flood =
                    IntStream.range(0, 1_000)
                            .mapToObj(i -> crowd.submit(() -> post(writers.get(i % 100), i)))
                            .toList();
            scene.round();
            assertThat(flood).extracting(Future::get).containsOnly(200);
        }

        patients.forEach(
                phone ->
                        assertThat(scene.one("SELECT state FROM message WHERE phone = ?", phone))
                                .isEqualTo("ACCEPTED"));
        assertThat(scene.one("SELECT count(*) FROM inbound WHERE effect IS NULL"))
                .isEqualTo("1000");
        answer();
        writers.forEach(phone -> assertThat(answersTo(phone)).hasSize(1));
    }

    @Test
    void nothing_that_was_written_or_who_wrote_it_is_counted_by_name() throws Exception {
        var phone = scene.phoneOn("default");
        writes(phone, "palabra-secreta");

        assertThat(RestAssured.get(ManagementPort.metrics()).asString())
                .contains("whatsapp_replies_total{line=\"default\",outcome=\"ACCEPTED\"}")
                .doesNotContain(phone.substring(1), "palabra-secreta");
    }

    private int post(String phone, int nth) {
        var body = written(clock.millis(), chat(phone), "Mensaje " + nth);
        return WahaWebhooks.post(body, WahaWebhooks.sign(KEY, body));
    }

    /** Written, decided, and only the call is missing. */
    private void named(String phone) throws Exception {
        tell(written(clock.millis(), chat(phone), "Hola"));
        loop.answer();
        scene.update(
                "UPDATE reply SET client_message_id = '3EB0' || upper(substr(md5(phone), 1, 18))"
                        + " WHERE phone = ?",
                phone);
    }

    private String stateOfReplyTo(String phone) {
        return scene.one("SELECT state FROM reply WHERE phone = ?", phone);
    }

    private String acceptedReplies() {
        return scene.one("SELECT count(*) FROM reply WHERE state = 'ACCEPTED'");
    }
}
