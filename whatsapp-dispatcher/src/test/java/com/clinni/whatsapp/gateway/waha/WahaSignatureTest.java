package com.clinni.whatsapp.gateway.waha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WahaSignatureTest {

    private static final byte[] BODY =
            "{\"event\":\"message\",\"session\":\"default\",\"engine\":\"WEBJS\"}".getBytes(UTF_8);
    private static final String KEY = "my-secret-key";

    @Test
    void it_is_the_one_of_wahas_own_example() {
        assertThat(HexFormat.of().formatHex(WahaSignature.sign(KEY, BODY)))
                .startsWith("208f8a55dde9e055");
    }

    @Test
    void the_key_before_counts_while_it_is_replaced() {
        var signed = List.of(HexFormat.of().formatHex(WahaSignature.sign("old", BODY)));

        assertThat(WahaSignature.isBy(List.of("new", "old"), BODY, signed)).isTrue();
        assertThat(WahaSignature.isBy(List.of("new"), BODY, signed)).isFalse();
        assertThat(WahaSignature.isBy(List.of(), BODY, signed)).isFalse();
    }
}
