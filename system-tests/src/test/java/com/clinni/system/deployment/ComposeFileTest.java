package com.clinni.system.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Containers of docker-compose.yml are bounded, unprivileged, watched, and their ports movable. */
class ComposeFileTest {

    private static final String FILE = "docker-compose.yml";
    private static final Pattern PORT =
            Pattern.compile("127\\.0\\.0\\.1:\\$\\{(PORT_[A-Z_]+):-\\d+}:(\\d+|\\$\\{\\1:-\\d+})");

    @Test
    void every_container_is_bounded_and_may_do_nothing_special() {
        assertThat(ProjectFiles.containers())
                .hasSize(10)
                .allSatisfy(
                        (name, container) ->
                                assertThat(container)
                                        .as(name)
                                        .containsKeys("mem_limit", "pids_limit")
                                        .containsEntry("cap_drop", List.of("ALL"))
                                        .containsEntry(
                                                "security_opt", List.of("no-new-privileges:true"))
                                        .doesNotContainKeys("cap_add", "privileged"));
    }

    /** Two prepare Kafka and PostgreSQL and end; the services wait until they have ended well. */
    @Test
    void every_container_that_stays_has_a_health_check() {
        var containers = ProjectFiles.containers();
        var ending = List.of("topics", "databases");
        var prepared = ending.stream().map(containers::remove).toList();

        assertThat(containers)
                .allSatisfy(
                        (name, container) ->
                                assertThat(container).as(name).containsKey("healthcheck"));
        assertThat(prepared)
                .allSatisfy(container -> assertThat(container).doesNotContainKey("restart"));
        assertThat(ProjectFiles.SERVICES)
                .allSatisfy(
                        service ->
                                assertThat(containers.get(service).get("depends_on"))
                                        .asString()
                                        .contains(
                                                ending.stream()
                                                        .map(ComposeFileTest::hasEndedWell)
                                                        .toList()));
    }

    @Test
    void every_port_is_on_the_loopback_and_can_be_moved_by_a_variable_of_its_own() {
        var variables = new ArrayList<String>();
        ProjectFiles.containers()
                .forEach(
                        (name, container) -> {
                            for (var port : (List<?>) container.getOrDefault("ports", List.of())) {
                                var published = PORT.matcher((String) port);
                                assertThat(published.matches()).as(name + " " + port).isTrue();
                                variables.add(published.group(1));
                            }
                        });

        assertThat(variables).hasSize(11).doesNotHaveDuplicates();
        assertThat(ProjectFiles.read("docs/operations.md")).contains(variables);
        assertThat(ProjectFiles.read(FILE))
                .contains("OUTSIDE://localhost:${PORT_KAFKA:-9092}")
                .contains("http://localhost:${PORT_FALLBACK:-8084}/preferences");
    }

    @Test
    void services_may_start_as_slowly_here_as_in_a_cluster() {
        var probe =
                Manifests.rendered("k8s/base")
                        .pod("fallback-dispatcher")
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getStartupProbe();
        var longest = probe.getPeriodSeconds() * probe.getFailureThreshold();

        assertThat(ProjectFiles.SERVICES)
                .allSatisfy(
                        service ->
                                assertThat(
                                                ProjectFiles.containers()
                                                        .get(service)
                                                        .get("healthcheck"))
                                        .asString()
                                        .contains("start_period=" + longest + "s"));
    }

    @Test
    void health_and_metrics_are_asked_for_inside_and_reached_by_nobody_outside() {
        for (var service : ProjectFiles.SERVICES) {
            var container = ProjectFiles.containers().get(service);
            var port = ProjectFiles.setting(service, "quarkus.management.port");

            assertThat(ProjectFiles.environment(service))
                    .hasEntrySatisfying(
                            "QUARKUS_MANAGEMENT_PORT",
                            here -> assertThat(here).asString().isEqualTo(port));
            assertThat(container.get("healthcheck"))
                    .asString()
                    .contains("/dev/tcp/127.0.0.1/$$QUARKUS_MANAGEMENT_PORT");
            assertThat((List<?>) container.get("ports"))
                    .singleElement()
                    .asString()
                    .endsWith(":" + ProjectFiles.setting(service, "quarkus.http.port"));
        }
    }

    /** Tokens name the address that they were asked for at: it has to be right on both sides. */
    @Test
    void the_identity_provider_has_one_address_inside_and_outside() {
        var identity = ProjectFiles.containers().get("identity");

        assertThat(identity.get("networks")).asString().contains("aliases=[identity.localhost]");
        assertThat((List<?>) identity.get("ports"))
                .singleElement()
                .isEqualTo("127.0.0.1:${PORT_IDENTITY:-8093}:${PORT_IDENTITY:-8093}");
        assertThat(ProjectFiles.SERVICES)
                .allSatisfy(
                        service ->
                                assertThat(ProjectFiles.environment(service))
                                        .containsEntry("CLINNI_EXPOSURE", "private-network")
                                        .containsEntry(
                                                "QUARKUS_OIDC_AUTH_SERVER_URL",
                                                "http://identity.localhost:${PORT_IDENTITY:-8093}/clinni"));
    }

    @Test
    void services_may_end_as_slowly_here_as_in_a_cluster() {
        var grace =
                Manifests.rendered("k8s/base")
                        .pod("fallback-dispatcher")
                        .getSpec()
                        .getTerminationGracePeriodSeconds();

        assertThat(ProjectFiles.SERVICES)
                .allSatisfy(
                        service ->
                                assertThat(ProjectFiles.containers().get(service))
                                        .containsEntry("stop_grace_period", grace + "s"));
    }

    @Test
    void compose_takes_the_file_and_refuses_a_misspelt_one() throws Exception {
        assumeTrue(isThere(), "there is no docker compose of version 2");

        assertThat(check(ProjectFiles.ROOT.resolve(FILE))).isZero();
        assertThat(
                        check(
                                Path.of("src/test/resources/deployment/misspelt-compose.yml")
                                        .toAbsolutePath()))
                .isNotZero();
    }

    private static String hasEndedWell(String container) {
        return container + "={condition=service_completed_successfully}";
    }

    private static boolean isThere() {
        try {
            return run("docker", "compose", "version") == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static int check(Path file) throws IOException, InterruptedException {
        return run("docker", "compose", "--file", file.toString(), "config", "--quiet");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        ProjectFiles.read(".env.example")
                .lines()
                .filter(line -> line.endsWith("="))
                .forEach(
                        line -> builder.environment().put(line.replace("=", ""), "only-for-tests"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        return process.exitValue();
    }
}
