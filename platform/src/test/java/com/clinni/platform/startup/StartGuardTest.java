package com.clinni.platform.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartGuardTest {

    private static final StartCheck CONTENT = Stream::empty;

    @Test
    void a_start_that_nobody_objects_to_goes_on() {
        assertThatCode(() -> start(List.of(CONTENT))).doesNotThrowAnyException();
    }

    @Test
    void a_start_is_refused_with_all_objections_at_once() {
        StartCheck first = () -> Stream.of("A port is open.", "A host is wrong.");
        StartCheck second = () -> Stream.of("B is missing.");

        assertThatThrownBy(() -> start(List.of(second, CONTENT, first)))
                .hasMessage("A host is wrong. A port is open. B is missing.");
    }

    @Test
    void production_is_objected_to_in_production_only() {
        ProductionCheck objection = () -> Stream.of("A key is missing.");

        assertThatCode(() -> start("local", List.of(CONTENT), List.of(objection)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> start("production", List.of(CONTENT), List.of(objection)))
                .hasMessage("A key is missing.");
    }

    private static void start(List<StartCheck> checks) {
        start("local", checks, List.of());
    }

    private static void start(
            String environment, List<StartCheck> checks, List<ProductionCheck> inProduction) {
        var settings = Map.of("clinni.environment", environment);
        var clinni =
                new SmallRyeConfigBuilder()
                        .withMapping(ClinniConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()
                        .getConfigMapping(ClinniConfig.class);
        new StartGuard().check(new StartupEvent(), clinni, checks, inProduction);
    }
}
