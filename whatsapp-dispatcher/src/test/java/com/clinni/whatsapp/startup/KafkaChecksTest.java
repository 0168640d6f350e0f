package com.clinni.whatsapp.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaChecksTest {

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void asShipped() throws IOException {
        var shipped = new Properties();
        try (var in = getClass().getResourceAsStream("/application.properties")) {
            shipped.load(in);
        }
        shipped.stringPropertyNames().forEach(n -> settings.put(n, shipped.getProperty(n)));
    }

    @Test
    void what_is_shipped_may_start() {
        assertThat(refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mp.messaging.outgoing.published.acks, 1, must be all",
        "mp.messaging.outgoing.published.enable.idempotence, false, must be true",
        "mp.messaging.incoming.whatsapp-ready.auto.offset.reset, latest, must be earliest",
        "mp.messaging.incoming.reminder-withdrawn.commit-strategy, latest, must be throttled"
    })
    void a_setting_that_loses_events_is_refused_whether_wrong_or_missing(
            String name, String wrong, String sentence) {
        settings.put(name, wrong);
        assertThat(refusal()).get().asString().contains(name, sentence);
        settings.remove(name);
        assertThat(refusal()).get().asString().contains(name, sentence);
    }

    @Test
    void a_channel_that_is_added_later_is_checked_too() {
        settings.put("mp.messaging.incoming.news.connector", "smallrye-kafka");
        assertThat(refusal()).get().asString().contains("incoming.news.auto.offset.reset");
    }

    private Optional<String> refusal() {
        return new KafkaChecks(settings.keySet(), settings::get).firstRefusal();
    }
}
