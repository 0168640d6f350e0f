package com.clinni.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartCheckTest {

    @Test
    void the_settings_of_this_service_are_safe() {
        assertThat(StartCheck.refusal(with(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarkus.http.host                          | 0.0.0.0 | no sign-in yet",
                "clinni.exposure                            | public  | clinni.exposure must be",
                "mp.messaging.outgoing.out.acks             | 1       | acks must be all",
                "mp.messaging.outgoing.out.enable.idempotence | false | must be true",
                "mp.messaging.incoming.in.auto.offset.reset | latest  | must be earliest",
                "mp.messaging.incoming.in.commit-strategy | latest | must be throttled",
            })
    void an_unsafe_setting_is_refused_with_a_sentence(String key, String value, String why) {
        assertThat(StartCheck.refusal(with(Map.of(key, value))))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(why).endsWith("."));
    }

    @Test
    void a_private_network_may_be_listened_to() {
        var settings =
                with(
                        Map.of(
                                "quarkus.http.host", "0.0.0.0",
                                "clinni.exposure", "private-network"));

        assertThat(StartCheck.refusal(settings)).isEmpty();
    }

    private static Config with(Map<String, String> settings) {
        var all =
                new HashMap<>(
                        Map.of(
                                "quarkus.http.host", "127.0.0.1",
                                "clinni.exposure", "loopback",
                                "mp.messaging.outgoing.out.connector", "smallrye-kafka",
                                "mp.messaging.outgoing.out.acks", "all",
                                "mp.messaging.outgoing.out.enable.idempotence", "true",
                                "mp.messaging.incoming.in.commit-strategy", "throttled",
                                "mp.messaging.incoming.in.connector", "smallrye-kafka",
                                "mp.messaging.incoming.in.auto.offset.reset", "earliest"));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build();
    }
}
