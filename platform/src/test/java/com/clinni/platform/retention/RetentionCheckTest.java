package com.clinni.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionCheckTest {

    @Test
    void the_defaults_are_taken() {
        assertThat(refusals(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1D", "P11Y", "P3653D"})
    void a_time_that_nobody_can_mean_is_refused_with_a_sentence_that_names_it(String kept) {
        assertThat(refusals(Map.of("retention.audit", kept)))
                .singleElement()
                .asString()
                .contains("retention.audit", kept, "P1D", "P10Y")
                .endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact-data", "texts", "record-bytes", "inbound"})
    void nothing_outlives_the_row_that_it_stands_in(String data) {
        assertThat(refusals(Map.of("retention." + data, "P14M")))
                .singleElement()
                .asString()
                .contains("retention." + data, "retention.history")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"0", "5001"})
    void a_batch_of_nothing_or_of_too_much_is_refused(String rows) {
        assertThat(refusals(Map.of("retention.batch-size", rows)))
                .singleElement()
                .asString()
                .contains("retention.batch-size");
    }

    @Test
    void what_is_no_period_is_refused_by_its_name() {
        assertThatThrownBy(() -> refusals(Map.of("retention.texts", "a month")))
                .hasMessageContaining("retention.texts");
    }

    private static List<String> refusals(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(RetentionConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()
                        .getConfigMapping(RetentionConfig.class);
        return new RetentionCheck(config).refusals().toList();
    }
}
