package com.clinni.testbed.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServerKindTest {

    @Test
    void containers_are_used_where_an_engine_answers_and_processes_elsewhere() {
        assertThat(ServerKind.wanted(new Properties(), () -> true))
                .isEqualTo(ServerKind.CONTAINERS);
        assertThat(ServerKind.wanted(new Properties(), () -> false))
                .isEqualTo(ServerKind.PROCESSES);
    }

    @Test
    void containers_can_be_declined_and_then_no_engine_is_asked() {
        assertThat(ServerKind.wanted(asking("processes"), ServerKindTest::asked))
                .isEqualTo(ServerKind.PROCESSES);
    }

    @Test
    void containers_can_be_insisted_on() {
        assertThat(ServerKind.wanted(asking("containers"), ServerKindTest::asked))
                .isEqualTo(ServerKind.CONTAINERS);
    }

    @Test
    void another_word_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerKind.wanted(asking("docker"), ServerKindTest::asked))
                .withMessage("testbed.servers is containers or processes, not docker.");
    }

    private static boolean asked() {
        throw new AssertionError("the engine was asked");
    }

    private static Properties asking(String kind) {
        var settings = new Properties();
        settings.setProperty("testbed.servers", kind);
        return settings;
    }
}
