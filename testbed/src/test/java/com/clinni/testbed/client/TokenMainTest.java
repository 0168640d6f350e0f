package com.clinni.testbed.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.testbed.run.Ports;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenMainTest {

    @Test
    void a_role_that_does_not_exist_or_is_missing_is_answered_with_those_that_do() {
        refused("ROLE must be one of consulta, soporte, responsable, centro, servicio", "--role=");
        refused("make token ROLE=soporte", "--role=admin");
    }

    @Test
    void a_system_that_does_not_run_is_named_by_its_ports() {
        var base = Ports.free().base();

        refused(
                "No system runs on this machine with PORT_BASE=" + base,
                "--role=soporte",
                "--port-base=" + base);
    }

    private static void refused(String sentence, String... arguments) {
        assertThatThrownBy(() -> TokenMain.token(List.of(arguments)))
                .hasMessageContaining(sentence);
    }
}
