package com.clinni.whatsapp.gateway.waha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.gateway.Ack;
import com.clinni.whatsapp.gateway.GatewayEvent;
import com.clinni.whatsapp.gateway.GatewayEvent.Failure;
import com.clinni.whatsapp.gateway.GatewayEvent.Ignored;
import com.clinni.whatsapp.gateway.GatewayEvent.Receipt;
import com.clinni.whatsapp.gateway.NotSentReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines tell how far a message came in words of their own. */
class WahaAcksTest {

    private static final String ID = "3EB0AABBCCDD";

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ack\":0                                  | PENDING",
                "\"ack\":1                                  | SERVER",
                "\"ack\":2                                  | DEVICE",
                "\"ack\":\"2\"                              | DEVICE",
                "\"ack\":\" 3 \"                            | READ",
                "\"ack\":4                                  | READ",
                "\"ack\":null,\"ackName\":\"DEVICE\"        | DEVICE",
                "\"ackName\":\"PLAYED\"                     | READ",
                "\"key\":{\"id\":\"x\"},\"status\":\"SERVER_ACK\" | SERVER",
                "\"key\":{\"id\":\"x\"},\"status\":3        | DEVICE",
            })
    void a_step_of_the_ladder(String fields, Ack ack) {
        assertThat(told("message.ack", fields)).isEqualTo(new Receipt(ID, ack, null));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ack\":-1                                 | REFUSED_BY_PROVIDER",
                "\"ack\":\"-1\"                             | REFUSED_BY_PROVIDER",
                "\"ackName\":\"ERROR\"                      | REFUSED_BY_PROVIDER",
                "\"key\":{\"id\":\"x\"},\"status\":0        | REFUSED_BY_PROVIDER",
                "\"ack\":-1,\"error\":{\"code\":\"479\"}    | REFUSED_BY_PROVIDER",
                "\"ack\":-1,\"error\":{\"code\":\"463\"}    | LINE_RESTRICTED",
                "\"ack\":-1,\"error\":{\"code\":463}        | LINE_RESTRICTED",
                "\"ack\":-1,\"error\":{\"blocked\":true}    | LINE_RESTRICTED",
                "\"ack\":-1,\"_data\":{\"messageStubParameters\":[\"463\"]} | LINE_RESTRICTED",
            })
    void a_failure_and_why(String fields, NotSentReason reason) {
        assertThat(told("message.ack", fields)).isEqualTo(new Failure(ID, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"ack\":9", "\"ack\":\"two\"", "\"ack\":2.5", "\"ack\":{}", "\"ack\":true"})
    void what_is_no_step_is_ignored(String fields) {
        assertThat(told("message.ack", fields)).isEqualTo(new Ignored());
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GOWS  | \"source\":\"api\",\"ack\":1 | SERVER",
                "GOWS  | \"source\":\"api\",\"ack\":0 | SERVER",
                "GOWS  | \"source\":\"api\"           | SERVER",
                "NOWEB | \"source\":\"api\",\"ack\":0 | PENDING",
                "NOWEB | \"source\":\"api\",\"ack\":\"1\" | SERVER",
                "NOWEB | \"source\":\"api\"           |",
                "GOWS  | \"source\":\"app\",\"ack\":1 |",
            })
    void an_echo_of_our_own_message_is_the_proof_that_it_is(String engine, String fields, Ack ack) {
        assertThat(told("message.any", fields, engine))
                .isEqualTo(ack == null ? new Ignored() : new Receipt(ID, ack, null));
    }

    private static GatewayEvent told(String event, String fields) {
        return told(event, fields, "NOWEB");
    }

    private static GatewayEvent told(String event, String fields, String engine) {
        var body =
                "{\"id\":\"evt_1\",\"event\":\"%s\",\"engine\":\"%s\",\"session\":\"default\",\"payload\":{\"id\":\"true_34600000123@c.us_%s\",\"from\":\"34600000123@c.us\",\"fromMe\":true,%s}}"
                        .formatted(event, engine, ID, fields);
        return WahaWebhook.read(body.getBytes(UTF_8)).orElseThrow().event();
    }
}
