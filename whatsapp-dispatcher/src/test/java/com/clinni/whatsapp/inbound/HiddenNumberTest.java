package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.envelope;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("whatsapp_inbound_total{effect=\"UNKNOWN_SENDER\"}");
    }

    private String idOfMessageTo(String phone) {
        return scene.one("SELECT client_message_id FROM message WHERE phone = ?", phone);
    }
}
