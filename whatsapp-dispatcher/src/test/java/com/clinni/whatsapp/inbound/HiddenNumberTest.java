package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.envelope;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.conformance.ManagementPort;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.SimulatedContact;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HiddenNumberTest extends ReplyScenario {

    private static final AtomicLong LIDS = new AtomicLong(100_000_000_000_001L);

    private final String lid = LIDS.getAndIncrement() + "@lid";

    @Test
    void whoever_quotes_a_message_of_ours_is_known_and_stays_so() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone));

        hears(
                written(
                        clock.millis(),
                        lid,
                        "Hola",
                        ",\"replyTo\":{\"id\":\"" + idOfMessageTo(phone) + "\"}"));
        assertThat(answersTo(phone)).hasSize(1);

        clock.advance(Duration.ofDays(1));
        hears(written(clock.millis(), lid, "Hola otra vez"));
        assertThat(answersTo(phone)).hasSize(2);
    }

    @Test
    void a_receipt_that_names_both_tells_whose_number_it_is() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone));
        var id = idOfMessageTo(phone);
        hears(
                envelope(
                        clock.millis(),
                        "message.ack",
                        "{\"id\":\"true_%s_%s\",\"from\":\"%s\",\"fromMe\":true,\"ack\":2}"
                                .formatted(lid, id, lid)));

        hears(written(clock.millis(), lid, "Hola"));

        assertThat(answersTo(phone)).hasSize(1);
    }

    @Test
    void a_gateway_that_knows_the_number_is_believed() throws Exception {
        var phone = scene.phoneOn("default");
        var behind = phone.substring(1) + "@s.whatsapp.net";

        hears(
                written(
                        clock.millis(),
                        lid,
                        "Hola",
                        ",\"_data\":{\"Info\":{\"SenderAlt\":\"" + behind + "\"}}"));

        assertThat(answersTo(phone)).hasSize(1);
    }

    @Test
    void whose_number_nobody_knows_is_counted_and_not_answered() throws Exception {
        var before = phones.ofDefault().received().size();

        hears(written(clock.millis(), lid, "Hola", ",\"replyTo\":{\"id\":\"3EB0FFFFFFFFFFFF\"}"));

        assertThat(newest("effect")).isEqualTo("UNKNOWN_SENDER");
        assertThat(phones.ofDefault().received()).hasSize(before);
        assertThat(RestAssured.get(ManagementPort.metrics()).asString())
                .contains("whatsapp_inbound_total{effect=\"UNKNOWN_SENDER\"}");
    }

    @Test
    void a_number_that_nothing_of_ours_names_is_asked_for_at_the_gateway() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone));
        phones.ofDefault().contacts(List.of(SimulatedContact.in(lid, phone)));

        hears(written(clock.millis(), lid, "BAJA"));

        assertThat(scene.one("SELECT phone FROM opt_out")).isEqualTo(phone);
        assertThat(newest("effect")).isEqualTo("OPTED_OUT");
    }

    @Test
    void a_gateway_that_does_not_answer_is_asked_again_and_baja_is_heard_late() throws Exception {
        var phone = scene.phoneOn("default");
        phones.ofDefault().contacts(List.of(SimulatedContact.in(lid, phone)));
        phones.ofDefault().mode(Mode.DOWN);
        hears(written(clock.millis(), lid, "BAJA"));
        assertThat(newest("effect")).isNull();

        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(59));
        answer();
        assertThat(newest("effect")).isNull();
        clock.advance(Duration.ofSeconds(1));
        answer();

        assertThat(scene.one("SELECT phone FROM opt_out")).isEqualTo(phone);
    }

    @Test
    void after_a_day_without_an_answer_nobody_is_known() throws Exception {
        phones.ofDefault().mode(Mode.SESSION_LOST);
        hears(written(clock.millis(), lid, "BAJA"));
        clock.advance(Duration.ofHours(23));
        answer();
        assertThat(newest("effect")).isNull();

        clock.advance(Duration.ofHours(1));
        answer();

        assertThat(newest("effect")).isEqualTo("UNKNOWN_SENDER");
        assertThat(newest("body")).isNull();
    }

    @Test
    void what_is_learned_meanwhile_ends_the_asking() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone));
        phones.ofDefault().mode(Mode.DOWN);
        hears(written(clock.millis(), lid, "BAJA"));

        hears(
                written(
                        clock.millis(),
                        lid,
                        "Hola",
                        ",\"_data\":{\"Info\":{\"SenderAlt\":\""
                                + phone.substring(1)
                                + "@s.whatsapp.net\"}}"));
        answer();

        assertThat(scene.one("SELECT phone FROM opt_out")).isEqualTo(phone);
    }

    @AfterEach
    void everybody_is_known_by_number() {
        phones.ofDefault().contacts(List.of());
        phones.ofDefault().mode(Mode.OK);
    }

    private String idOfMessageTo(String phone) {
        return scene.one("SELECT client_message_id FROM message WHERE phone = ?", phone);
    }
}
