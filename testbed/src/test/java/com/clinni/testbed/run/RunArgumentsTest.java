package com.clinni.testbed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunArgumentsTest {

    @Test
    void without_arguments_everything_is_where_it_usually_is() {
        var arguments = RunArguments.parse();
        assertThat(arguments.data()).isEqualTo(Path.of("data"));
        assertThat(arguments.ports().all().values())
                .containsExactly(
                        8080, 8081, 8181, 8082, 8182, 8083, 8183, 8084, 8184, 8090, 8091, 8092,
                        8093, 8025, 9092, 9093, 5433);
    }

    @Test
    void every_port_moves_by_the_same_distance() {
        var arguments = RunArguments.parse("--data=/some where", "--port-base=18080");
        assertThat(arguments.data()).isEqualTo(Path.of("/some where"));
        assertThat(arguments.ports().all().values())
                .containsExactly(
                        18080, 18081, 18181, 18082, 18182, 18083, 18183, 18084, 18184, 18090, 18091,
                        18092, 18093, 18025, 19092, 19093, 15433);
    }

    @Test
    void services_can_be_left_out() {
        assertThat(RunArguments.parse("--without=reminder-service").leftOut())
                .containsExactly(Service.REMINDERS);
        assertThat(RunArguments.parse("--without-services").services()).isEmpty();
        refused("--without=reminders", "must be a service");
    }

    @Test
    void what_is_not_understood_gets_one_sentence() {
        refused("--port-base=many", "must be a number");
        refused("--port-base=80", "between");
        refused("--port-base=65000", "between");
        refused("--help", "not understood");
        refused("--data=", "not understood");
    }

    private static void refused(String argument, String sentence) {
        assertThatThrownBy(() -> RunArguments.parse(argument))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(sentence);
    }
}
