package com.clinni.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsMainTest {

    @Test
    void the_environment_says_how_to_connect() {
        var environment =
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "KAFKA_SSL_TRUSTSTORE_LOCATION", "/secrets/ca.crt",
                        "KAFKA_HEAP_OPTS", "-Xmx64m",
                        "SSL_PROVIDER", "none");

        assertThat(TopicsMain.connection(environment))
                .isEqualTo(
                        Map.of(
                                "bootstrap.servers", "kafka:9093",
                                "security.protocol", "SASL_SSL",
                                "ssl.truststore.location", "/secrets/ca.crt"));
    }

    @Test
    void an_environment_without_a_broker_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> TopicsMain.connection(Map.of("KAFKA_BOOTSTRAP_SERVERS", " ")))
                .hasMessage("Declaring topics needs KAFKA_BOOTSTRAP_SERVERS.");
    }
}
