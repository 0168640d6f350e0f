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

class KafkaChecksTest {

    private static final String COMMON = "mp.messaging.connector.smallrye-kafka.";

    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "mp.messaging.outgoing.out.connector", "smallrye-kafka",
                            "mp.messaging.outgoing.out.acks", "all",
                            "mp.messaging.outgoing.out.enable.idempotence", "true",
                            "mp.messaging.incoming.in.connector", "smallrye-kafka",
                            "mp.messaging.incoming.in.auto.offset.reset", "earliest",
                            "mp.messaging.incoming.in.commit-strategy", "throttled"));

    @Test
    void channels_that_lose_nothing_may_start() {
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mp.messaging.outgoing.out.acks, 1, must be all",
        "mp.messaging.outgoing.out.enable.idempotence, false, must be true",
        "mp.messaging.incoming.in.auto.offset.reset, latest, must be earliest",
        "mp.messaging.incoming.in.commit-strategy, latest, must be throttled"
    })
    void a_setting_that_loses_events_is_refused_with_a_sentence_whether_wrong_or_missing(
            String name, String wrong, String sentence) {
        settings.put(name, wrong);
        assertThat(refusals()).singleElement().asString().contains(name, sentence).endsWith(".");
        settings.remove(name);
        assertThat(refusals()).singleElement().asString().contains(name, sentence).endsWith(".");
    }

    @Test
    void a_channel_that_is_added_later_is_checked_too() {
        settings.put("mp.messaging.incoming.news.connector", "smallrye-kafka");
        assertThat(refusals()).hasSize(2).allMatch(each -> each.contains(".incoming.news."));
    }

    @Test
    void what_all_channels_have_in_common_counts_until_a_channel_says_otherwise() {
        settings.remove("mp.messaging.incoming.in.auto.offset.reset");
        settings.put(COMMON + "auto.offset.reset", "earliest");
        assertThat(refusals()).isEmpty();

        settings.put("mp.messaging.incoming.in.auto.offset.reset", "latest");
        assertThat(refusals()).hasSize(1);

        settings.remove("mp.messaging.incoming.in.auto.offset.reset");
        settings.put(COMMON + "auto.offset.reset", "latest");
        assertThat(refusals()).hasSize(1);
    }

    private List<String> refusals() {
        var config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build();
        return new KafkaChecks(config).refusals().toList();
    }
}
