package com.clinni.testbed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.testbed.infrastructure.PortCheck;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {

    @TempDir Path directory;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void the_parts_round_the_services_start_are_alone_on_their_data_and_end_without_a_trace() {
        var options = options();
        try (var system = LocalSystem.start(options)) {
            assertThat(system.processes())
                    .extracting(LocalProcess::name)
                    .containsExactly("kafka", "simulators", "postgresql");
            assertThat(system.processes()).allMatch(LocalProcess::isAlive);
            assertThat(StatusHtml.page(StatusTable.of(system), java.util.Locale.ENGLISH))
                    .contains("<html lang=\"en\">", "whatsapp-dispatcher", "Does not answer");

            refused(options, "running on");
        }
        options.ports().all().values().forEach(port -> assertThat(listens(port)).isFalse());
        assertThat(directory.resolve("data/run.json")).doesNotExist();
        assertThat(directory.resolve("data/logs/kafka.log")).exists();
    }

    @Test
    void a_port_in_use_is_named_and_nothing_is_started() throws Exception {
        var options = options();
        try (var taken =
                new ServerSocket(options.ports().kafka(), 1, InetAddress.getLoopbackAddress())) {
            refused(options, "Port " + taken.getLocalPort() + " (Kafka) is in use");
        }
        assertThat(directory.resolve("data/kafka")).doesNotExist();
    }

    @Test
    void a_service_that_has_not_been_built_is_named() {
        refused(
                SystemOptions.of(directory, directory.resolve("data"), Ports.free()),
                "appointments-service has not been built");
    }

    @Test
    void a_service_that_ends_at_once_is_named_with_its_log() throws Exception {
        var jar = Service.REMINDERS.jar(directory);
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "not a jar");
        var identity = IdentityProvider.jar(directory);
        Files.createDirectories(identity.getParent());
        Files.writeString(identity, "not a jar");
        var options = options().only(Set.of(Service.REMINDERS));

        refused(options, "reminder-service ended before it was ready");

        options.ports().all().values().forEach(port -> assertThat(listens(port)).isFalse());
    }

    private SystemOptions options() {
        return SystemOptions.of(directory, directory.resolve("data"), Ports.free())
                .only(Set.of())
                .saying(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private static void refused(SystemOptions options, String sentence) {
        assertThatThrownBy(() -> LocalSystem.start(options))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(sentence);
    }

    private static boolean listens(int port) {
        return PortCheck.at("127.0.0.1", port);
    }
}
