package com.clinni.whatsapp.gateway.waha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.gateway.GatewayEvent;
import com.clinni.whatsapp.gateway.InboundMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WahaInboundTest {

    @Test
    void a_message_is_read_with_all_it_tells() {
        var written =
                written(
                        "{'id':'false_34600000123@c.us_3EB0AABBCCDD','timestamp':1893456000,"
                                + "'from':'34600000123@c.us','fromMe':false,'body':' Hola\u0000 ',"
                                + "'replyTo':{'id':'true_34600000123@c.us_3EB011223344'}}");

        assertThat(written.messageId()).isEqualTo("3EB0AABBCCDD");
        assertThat(written.phone().e164()).isEqualTo("+34600000123");
        assertThat(written.chat().value()).isEqualTo("34600000123@c.us");
        assertThat(written.lid()).isNull();
        assertThat(written.quotedId()).isEqualTo("3EB011223344");
        assertThat(written.text()).isEqualTo("Hola");
        assertThat(written.at()).isEqualTo(Instant.ofEpochSecond(1893456000));
        assertThat(written.toString()).doesNotContain("600000123", "Hola");
    }

    @ParameterizedTest
    @CsvSource({
        "34600000123:7@c.us, +34600000123,", "34600000123@s.whatsapp.net, +34600000123,",
        "100000000000001@lid, , 100000000000001", "100000000000001:2@lid, , 100000000000001"
    })
    void a_sender_is_a_number_or_what_hides_it(String from, String phone, String lid) {
        var written = written(of(from, ""));

        assertThat(written.phone() == null ? null : written.phone().e164()).isEqualTo(phone);
        assertThat(written.lid()).isEqualTo(lid);
    }

    @ParameterizedTest
    @CsvSource({
        "/_data/Info, SenderAlt", "/_data/key, remoteJidAlt",
        "/_data/key, senderPn", "/_data, senderPn"
    })
    void every_engines_way_to_tell_a_hidden_number_is_read(String place, String name) {
        var inside = "'%s':'34600000123@s.whatsapp.net'".formatted(name);
        for (var step : place.substring(1).split("/")) {
            inside = step.equals("_data") ? inside : "'%s':{%s}".formatted(step, inside);
        }
        var written = written(of("100000000000001@lid", ",'_data':{" + inside + "}"));

        assertThat(written.phone().e164()).isEqualTo("+34600000123");
        assertThat(written.lid()).isEqualTo("100000000000001");
    }

    @ParameterizedTest
    @CsvSource({
        "1203630000@g.us, Overheard", "status@broadcast, Overheard", "1@newsletter, Overheard",
        "34600000123@somewhere, Ignored", "+34600000123, Ignored", "12@c.us, Ignored"
    })
    void whoever_is_no_person_is_told_apart(String from, String kind) {
        assertThat(event(of(from, "")).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void a_picture_says_nothing_and_was_written_all_the_same() {
        var written =
                written(
                        "{'id':'false_34600000123@c.us_3EB0AABBCCDD','from':'34600000123@c.us',"
                                + "'hasMedia':true,'body':null,'timestamp':'soon'}");

        assertThat(written.text()).isEmpty();
        assertThat(written.at()).isNull();
    }

    @Test
    void a_text_without_end_is_cut() {
        var text = "\uD83D\uDE00".repeat(5_000);

        assertThat(written(of("34600000123@c.us", ",'body':'" + text + "'")).text()).hasSize(2_000);
    }

    private static String of(String from, String more) {
        return "{'id':'false_x@c.us_3EB0AABBCCDD','from':'" + from + "'" + more + "}";
    }

    private static InboundMessage written(String payload) {
        return ((GatewayEvent.Inbound) event(payload)).message();
    }

    private static GatewayEvent event(String payload) {
        var body = "{'id':'evt_1','event':'message','session':'default','payload':" + payload + "}";
        return WahaWebhook.read(
                        body.replace("\u0000", "\\u0000").replace('\'', '"').getBytes(UTF_8))
                .orElseThrow()
                .event();
    }
}
