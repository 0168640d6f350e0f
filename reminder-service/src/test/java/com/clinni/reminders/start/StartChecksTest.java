package com.clinni.reminders.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.reminders.start.ClinniConfig.Exposure;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartChecksTest {

    private static final Map<String, String> SAFE =
            Map.of(
                    "quarkus.http.host", "127.0.0.1",
                    "mp.messaging.incoming.in.connector", "smallrye-kafka",
                    "mp.messaging.incoming.in.auto.offset.reset", "earliest",
                    "mp.messaging.incoming.in.commit-strategy", "throttled",
                    "mp.messaging.outgoing.out.enable.idempotence", "true",
                    "mp.messaging.outgoing.out.connector", "smallrye-kafka",
                    "mp.messaging.outgoing.out.acks", "all");

    @Test
    void safe_settings_start() {
        assertThatCode(() -> start(SAFE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void a_host_that_others_reach_is_refused_with_a_sentence(String host) {
        assertThatThrownBy(() -> start(with("quarkus.http.host", host)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("There is no sign-in yet");
    }

    @Test
    void a_private_network_may_be_declared() {
        var settings = new HashMap<>(with("quarkus.http.host", "0.0.0.0"));
        settings.put("clinni.exposure", "private-network");

        assertThatCode(() -> start(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    void loopback_is_known_by_all_its_names(String host) {
        assertThatCode(() -> StartChecks.checkExposure(host, Exposure.LOOPBACK))
                .doesNotThrowAnyException();
    }

    @Test
    void a_producer_that_one_broker_satisfies_is_refused() {
        assertThatThrownBy(() -> start(with("mp.messaging.outgoing.out.acks", "1")))
                .hasMessage(
                        "mp.messaging.outgoing.out.acks must be all: anything else would lose"
                                + " messages with a broker.");
    }

    @Test
    void a_consumer_that_skips_what_it_did_not_see_is_refused() {
        assertThatThrownBy(() -> start(with("mp.messaging.incoming.in.auto.offset.reset", "")))
                .hasMessageStartingWith(
                        "mp.messaging.incoming.in.auto.offset.reset must be earliest");
    }

    private static Map<String, String> with(String key, String value) {
        var settings = new HashMap<>(SAFE);
        settings.put(key, value);
        return settings;
    }

    private static void start(Map<String, String> settings) {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .withMapping(ClinniConfig.class)
                        .build();
        new StartChecks(config, config.getConfigMapping(ClinniConfig.class))
                .check(new StartupEvent());
    }
}
