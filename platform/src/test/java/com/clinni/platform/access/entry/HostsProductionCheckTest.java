package com.clinni.platform.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostsProductionCheckTest {

    @Test
    void hosts_that_are_named_are_right() {
        assertThat(refusals(Map.of("access.hosts", "citas.clinni.example"))).isEmpty();
    }

    @Test
    void hosts_that_nobody_named_are_refused_with_a_sentence() {
        assertThat(refusals(Map.of()))
                .singleElement()
                .asString()
                .contains("access.hosts")
                .endsWith(".");
        assertThat(refusals(Map.of("access.hosts", ""))).hasSize(1);
    }

    private static List<String> refusals(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(EntryConfig.class)
                        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()
                        .getConfigMapping(EntryConfig.class);
        return new HostsProductionCheck(config).refusals().toList();
    }
}
