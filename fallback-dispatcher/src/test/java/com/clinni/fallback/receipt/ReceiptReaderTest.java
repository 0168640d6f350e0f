package com.clinni.fallback.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.receipt.ReceiptReader.NoNews;
import com.clinni.fallback.receipt.ReceiptReader.Read;
import com.clinni.fallback.receipt.ReceiptReader.Unreadable;
import com.clinni.fallback.sms.Settings;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import com.clinni.fallback.sms.gateway.SmsReceipt.State;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptReaderTest {

    private static final UUID MESSAGE = UUID.fromString("5f0c1c8e-0000-5000-8000-000000000001");

    private final ReceiptReader reader = new ReceiptReader(Settings.sms(Map.of()).receipts());

    @Test
    void a_receipt_names_its_message_by_our_reference_or_by_the_providers_id() {
        assertThat(read("{\"reference\":\"%s\",\"state\":\"DELIVERED\"}".formatted(MESSAGE)))
                .isEqualTo(new Read(new SmsReceipt(MESSAGE, null, State.DELIVERED)));
        assertThat(read("{\"id\":\"sms-1\",\"reference\":\"x\",\"state\":\"EXPIRED\"}"))
                .isEqualTo(new Read(new SmsReceipt(null, "sms-1", State.FAILED)));
    }

    @Test
    void a_provider_may_word_it_differently() {
        var settings =
                Map.of(
                        "receipts.reference-field", "sms.ref",
                        "receipts.id-field", "sms.number",
                        "receipts.state-field", "status",
                        "receipts.delivered", "2",
                        "receipts.failed", "3,4");
        var other = new ReceiptReader(Settings.sms(settings).receipts());
        assertThat(other.read(bytes("{\"status\":2,\"sms\":{\"number\":71}}")))
                .isEqualTo(new Read(new SmsReceipt(null, "71", State.DELIVERED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"sms-1\",\"state\":\"ENROUTE\"}",
                "{\"id\":\"sms-1\"}",
                "{\"state\":\"DELIVERED\"}",
                "{\"id\":{\"a\":1},\"state\":\"DELIVERED\"}",
                "{\"id\":\"\\u0000\",\"state\":\"DELIVERED\"}",
                "{\"id\":\"\\uD800\",\"state\":\"DELIVERED\"}",
                "{\"id\":1.5,\"state\":\"DELIVERED\"}",
                "{}"
            })
    void what_is_about_nothing_of_ours_is_no_news(String body) {
        assertThat(read(body)).isEqualTo(new NoNews());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "\"DELIVERED\"", "{", "<html>", "\u0000"})
    void what_is_no_object_is_unreadable(String body) {
        assertThat(read(body)).isEqualTo(new Unreadable());
    }

    @Test
    void neither_depth_nor_length_does_any_harm() {
        assertThat(read("{\"a\":" + "[".repeat(100_000))).isEqualTo(new Unreadable());
        assertThat(read("{\"id\":\"" + "x".repeat(300) + "\",\"state\":\"DELIVERED\"}"))
                .isEqualTo(new NoNews());
    }

    private ReceiptReader.Reading read(String body) {
        return reader.read(bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
