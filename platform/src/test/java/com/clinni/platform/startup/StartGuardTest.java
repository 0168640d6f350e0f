package com.clinni.platform.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
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

    private static void start(List<StartCheck> checks) {
        new StartGuard().check(new StartupEvent(), checks);
    }
}
