package com.clinni.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaProductionCheckTest {

    private static final String WITH_PASSWORD =
            "org…ScramLoginModule required password=\"secret\";";

    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "kafka.security.protocol", "SASL_SSL",
                            "kafka.sasl.jaas.config", WITH_PASSWORD,
                            "mp.messaging.incoming.in.connector", "smallrye-kafka"));

    @Test
    void a_broker_with_tls_and_a_password_or_a_certificate_is_right() {
        assertThat(refusals()).isEmpty();

        settings.put("kafka.security.protocol", "SSL");
        settings.put("kafka.ssl.keystore.location", "/secrets/whatsapp.p12");
        settings.put("kafka.ssl.endpoint.identification.algorithm", "https");
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.security.protocol,                         PLAINTEXT,      plain text",
        "kafka.security.protocol,                         SASL_PLAINTEXT, plain text",
        "mp.messaging.incoming.in.security.protocol,      PLAINTEXT,      plain text",
        "kafka.sasl.jaas.config,                          '',             kafka.sasl.jaas.config",
        "kafka.security.protocol,                         SSL,           "
                + " kafka.ssl.keystore.location",
        "kafka.ssl.endpoint.identification.algorithm,     '',             pass itself off",
        "kafka.ssl.endpoint.identification.algorithm,     none,           pass itself off"
    })
    void a_wrong_setting_is_refused_with_a_sentence(String name, String wrong, String sentence) {
        settings.put(name, wrong);

        assertThat(refusals())
                .singleElement()
                .asString()
                .contains(sentence)
                .doesNotContain("secret")
                .endsWith(".");
    }

    @Test
    void a_protocol_that_nobody_set_is_plain_text() {
        settings.remove("kafka.security.protocol");

        assertThat(refusals()).singleElement().asString().contains("kafka.security.protocol");
    }

    private List<String> refusals() {
        var config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build();
        return new KafkaProductionCheck(config).refusals().toList();
    }
}
