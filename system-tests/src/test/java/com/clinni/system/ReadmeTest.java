package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.run.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's walk-through, pasted into a shell as it stands there. */
class ReadmeTest extends Journey {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK =
            Pattern.compile("## Try it by hand\\n.*?\\n```\\n(.*?)\\n```\\n", Pattern.DOTALL);

    /** Stands in for {@code make token}, which asks the system of a port base. */
    private static final String TOKENS =
            """
            make() {
              curl -s 127.0.0.1:%d/clinni/token -d grant_type=client_credentials -d client_id=curl -d client_secret=none \\
                -d "role=${3#ROLE=}" ${4:+-d "clinic=${4#CLINIC=}"} | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p'
            }
            """;

    @Test
    void the_walk_through_is_true_to_the_letter() throws Exception {
        var said = run(TOKENS.formatted(system.ports().identity()) + walkThrough());

        assertThat(said)
                .as("every wait ended, and nothing was refused")
                .doesNotContain("did not come", "\"status\":400", "\"status\":403", "\"status\":5");
        assertThat(said)
                .contains("\"clinicId\":\"prado\"")
                .contains("\"state\":\"DELIVERED\"", "+34 6•• ••• 123", "Hola, Ana:")
                .contains("\"to\":\"luis@example.com\"", "GATEWAY_UNREACHABLE")
                .contains("Bon dia, Ana", "l’esperem")
                .contains("\"channel\":\"EMAIL\",\"state\":\"SENT\"", "month,beganAt")
                .contains("\"code\":\"UNKNOWN_CLINIC\"")
                .endsWith("\"code\":\"SIGN_IN_REQUIRED\"}\n");
    }

    /** The block of the README, at the ports of this system. */
    private String walkThrough() throws IOException {
        var block = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(block.find()).isTrue();
        var ports = system.ports();
        return block.group(1)
                .replace("localhost:8081", "localhost:" + ports.of(Service.APPOINTMENTS))
                .replace("localhost:8082", "localhost:" + ports.of(Service.REMINDERS))
                .replace("localhost:8083", "localhost:" + ports.of(Service.WHATSAPP))
                .replace("localhost:8084", "localhost:" + ports.of(Service.FALLBACK))
                .replace("localhost:8090", "localhost:" + ports.control());
    }

    private static String run(String script) throws IOException, InterruptedException {
        var file = Files.createTempFile(Path.of("target"), "walk-", ".sh");
        Files.writeString(file, script);
        var output = Files.createTempFile(Path.of("target"), "walk-", ".log");
        var shell =
                new ProcessBuilder("bash", file.toAbsolutePath().toString())
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(shell.waitFor(8, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            shell.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
