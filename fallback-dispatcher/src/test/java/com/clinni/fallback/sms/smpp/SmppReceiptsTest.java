package com.clinni.fallback.sms.smpp;

import static com.clinni.fallback.sms.gateway.SmsGatewayConformance.SMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import com.clinni.fallback.sms.gateway.SmsReceipt.State;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts, which come over the same session. */
class SmppReceiptsTest {

    private final SmppBench bench = new SmppBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id:sms-1 sub:001 dlvrd:001 submit date:3003051600 done date:3003051601"
                        + " stat:DELIVRD err:000 text:Le recordamos",
                "ID:sms-1 STAT:delivrd",
                "stat:DELIVRD id:sms-1",
                "id:sms-1 sub:x dlvrd:? submit date:never done date: stat:DELIVRD err:"
                        + " text:\u00e1\u0000"
            })
    void receipts_are_understood_however_they_are_filled_in(String text) {
        bench.made().keepReady();

        bench.provider().tell(text);

        assertThat(bench.told.taken)
                .containsExactly(new SmsReceipt(null, "sms-1", State.DELIVERED));
    }

    @Test
    void what_failed_on_the_way_is_told_too_and_steps_between_are_no_news() {
        bench.made().keepReady();
        for (var state : List.of("UNDELIV", "EXPIRED", "REJECTD", "DELETED")) {
            bench.provider().tell("id:a stat:" + state);
        }
        bench.provider().tell("id:a stat:ENROUTE");

        assertThat(bench.told.taken)
                .hasSize(4)
                .allMatch(receipt -> receipt.state() == State.FAILED);
        assertThat(bench.told.skipped).containsExactly("NO_NEWS");
    }

    @Test
    void receipts_that_nobody_can_read_are_counted_answered_and_stop_nothing() {
        bench.made().keepReady();
        for (var text :
                List.of(
                        "",
                        "id:",
                        "stat:DELIVRD",
                        "id:" + "x".repeat(200) + " stat:DELIVRD",
                        "id:a stat:DELIVRDDELIVRDDELIVRD",
                        "\u0000\u0001\u00ff",
                        "id:\u00e1 stat:DELIVRD")) {
            bench.provider().tell(text);
        }
        bench.provider().tell((byte) 0, "BAJA");

        assertThat(bench.told.taken).isEmpty();
        assertThat(bench.told.skipped).hasSize(8).endsWith("NOT_A_RECEIPT");
        assertThat(bench.gateway().send(SMS)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_receipt_that_cannot_be_stored_is_left_with_the_provider() {
        bench.made().keepReady();
        bench.told.isAway = true;
        assertThatThrownBy(() -> bench.provider().tell("id:a stat:DELIVRD"))
                .hasMessageContaining("NegativeResponseException");

        bench.told.isAway = false;
        bench.provider().tell("id:a stat:DELIVRD");
        assertThat(bench.told.taken).hasSize(1);
    }
}
