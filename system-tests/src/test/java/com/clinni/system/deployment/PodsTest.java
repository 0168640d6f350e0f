package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pods as they are applied, held against the images they run and the services' own settings. */
class PodsTest {

    private static final String OURS = "registry.invalid/clinni/";

    /** What ended services were seen to take while Kafka stood frozen, one consumer at a time. */
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(37);

    private static Manifests base;
    private static Manifests local;

    @BeforeAll
    static void render() {
        base = Manifests.rendered("k8s/base");
        local = Manifests.rendered("k8s/overlays/local");
    }

    @Test
    void no_image_of_ours_can_be_pulled_by_accident() {
        assertThat(base.images()).isNotEmpty().allMatch(image -> image.startsWith(OURS));
        assertThat(local.images())
                .filteredOn(image -> !image.startsWith(OURS))
                .containsExactlyInAnyOrder("apache/kafka:4.1.1", "postgres:17");
        assertThat(local.containers())
                .filteredOn(container -> container.getImage().startsWith(OURS))
                .isNotEmpty()
                .allMatch(container -> "Never".equals(container.getImagePullPolicy()));
    }

    @Test
    void every_image_is_a_target_of_the_dockerfile() {
        var dockerfile = ProjectFiles.read("Dockerfile");

        assertThat(local.images())
                .filteredOn(image -> image.startsWith(OURS))
                .hasSize(7)
                .allMatch(image -> dockerfile.contains(" AS " + name(image) + "\n"));
    }

    @Test
    void the_base_brings_nothing_that_simulates() {
        var target = Pattern.compile("(?s)AS topics\n(.*?)\n\n").matcher(dockerfile());

        assertThat(base.images().stream().map(PodsTest::name))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ProjectFiles.SERVICES.stream(), Stream.of("topics"))
                                .toList());
        assertThat(target.find()).isTrue();
        assertThat(target.group(1)).contains("/src/events/").doesNotContain("testbed");
        assertThat(base.all(Service.class))
                .extracting(service -> service.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(ProjectFiles.SERVICES);
    }

    /** A Job that has ended cannot be applied again with another image or configuration. */
    @Test
    void nothing_that_is_applied_refuses_a_second_time() {
        assertThat(Stream.of(base, local).flatMap(each -> each.objects().stream()))
                .extracting(HasMetadata::getKind)
                .doesNotContain("Job");
    }

    @Test
    void topics_are_declared_before_a_service_starts_and_as_its_cluster_needs_them() {
        assertThat(ProjectFiles.SERVICES)
                .allSatisfy(
                        service ->
                                assertThat(spec(base, service).getInitContainers())
                                        .singleElement()
                                        .satisfies(
                                                init ->
                                                        assertThat(name(init.getImage()))
                                                                .isEqualTo("topics")));
        assertThat(base.configuration("topics"))
                .containsEntry("TOPICS_REPLICAS", "3")
                .containsEntry("TOPICS_MIN_INSYNC_REPLICAS", "2");
        assertThat(local.configuration("topics"))
                .containsEntry("TOPICS_REPLICAS", "1")
                .containsEntry("TOPICS_MIN_INSYNC_REPLICAS", "1");
    }

    @Test
    void ids_are_those_of_the_image() {
        var ids =
                Pattern.compile(
                                "groupadd --system --gid (\\d+) .*?useradd --system --uid (\\d+)"
                                        + " --gid \\1 ",
                                Pattern.DOTALL)
                        .matcher(dockerfile());
        assertThat(ids.find()).isTrue();
        var group = Long.valueOf(ids.group(1));
        var user = Long.valueOf(ids.group(2));

        assertThat(dockerfile().lines().filter(line -> line.startsWith("USER ")).distinct())
                .containsExactlyInAnyOrder("USER %d:%d".formatted(user, group), "USER root");
        assertThat(local.pods().values())
                .filteredOn(
                        pod -> pod.getSpec().getContainers().getFirst().getImage().startsWith(OURS))
                .hasSize(6)
                .extracting(pod -> pod.getSpec().getSecurityContext())
                .allMatch(context -> user.equals(context.getRunAsUser()))
                .allMatch(context -> group.equals(context.getRunAsGroup()));
        assertThat(local.pods().values())
                .extracting(pod -> pod.getSpec().getSecurityContext())
                .allMatch(context -> context.getRunAsGroup() != null);
    }

    @Test
    void a_service_may_end_as_slowly_as_it_ever_did() {
        for (var service : ProjectFiles.SERVICES) {
            var requests = Duration.parse("PT" + setting(service, "quarkus.shutdown.timeout"));

            assertThat(Duration.ofSeconds(spec(base, service).getTerminationGracePeriodSeconds()))
                    .as(service)
                    .isGreaterThan(requests.plus(LONGEST_DRAIN).plusSeconds(20));
        }
    }

    @Test
    void a_service_waits_for_its_database_for_as_long_as_its_start_may_take() {
        for (var service : ProjectFiles.SERVICES) {
            var waits =
                    Integer.parseInt(setting(service, "quarkus.flyway.connect-retries"))
                            * Integer.parseInt(
                                    setting(service, "quarkus.flyway.connect-retries-interval")
                                            .replace("s", ""));
            var probe = spec(base, service).getContainers().getFirst().getStartupProbe();

            assertThat(waits)
                    .as(service)
                    .isBetween(60, probe.getPeriodSeconds() * probe.getFailureThreshold() - 30);
        }
    }

    @Test
    void health_and_metrics_are_asked_for_on_the_management_port_of_each_service() {
        for (var service : ProjectFiles.SERVICES) {
            var port = setting(service, "quarkus.management.port");
            var container = spec(base, service).getContainers().getFirst();

            assertThat(container.getPorts())
                    .as(service)
                    .filteredOn(each -> each.getName().equals("management"))
                    .singleElement()
                    .satisfies(
                            each ->
                                    assertThat(each.getContainerPort())
                                            .isEqualTo(Integer.valueOf(port)));
            assertThat(
                            Stream.of(
                                    container.getStartupProbe(),
                                    container.getLivenessProbe(),
                                    container.getReadinessProbe()))
                    .allMatch(
                            probe -> "management".equals(probe.getHttpGet().getPort().getStrVal()));
            assertThat(base.pod(service).getMetadata().getAnnotations())
                    .containsEntry("prometheus.io/port", port);
        }
        assertThat(base.all(Service.class))
                .flatExtracting(service -> service.getSpec().getPorts())
                .noneMatch(each -> each.getTargetPort().getStrVal().equals("management"));
    }

    @Test
    void the_base_is_for_production_and_a_cluster_of_ones_own_says_that_it_is_not() {
        assertThat(base.configuration("every-service"))
                .containsEntry("CLINNI_ENVIRONMENT", "production")
                .doesNotContainKey("CLINNI_EXPOSURE");
        assertThat(local.configuration("every-service"))
                .containsEntry("CLINNI_ENVIRONMENT", "local")
                .containsEntry("CLINNI_EXPOSURE", "private-network");
    }

    /** A browser on the machine that kubectl forwards to has no use of the cluster's names. */
    @Test
    void a_browser_finds_the_identity_provider_where_kubectl_forwards_it_to() {
        assertThat(local.configuration("every-service"))
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://identity:8093/clinni");
        assertThat(local.configuration("appointments-service"))
                .containsEntry(
                        "QUARKUS_OIDC_PAGES_AUTHORIZATION_PATH",
                        "http://identity.localhost:8093/clinni/authorize")
                .containsEntry(
                        "QUARKUS_OIDC_PAGES_END_SESSION_PATH",
                        "http://identity.localhost:8093/clinni/endsession");
    }

    @Test
    void every_container_is_bounded_and_may_do_nothing_special() {
        assertThat(local.containers())
                .hasSize(12)
                .allSatisfy(
                        container -> {
                            var context = container.getSecurityContext();
                            assertThat(context.getAllowPrivilegeEscalation()).isFalse();
                            assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
                            assertThat(container.getResources().getLimits()).containsKey("memory");
                        });
    }

    private static PodSpec spec(Manifests manifests, String pod) {
        return manifests.pod(pod).getSpec();
    }

    private static String setting(String service, String key) {
        return ProjectFiles.setting(service, key);
    }

    private static String dockerfile() {
        return ProjectFiles.read("Dockerfile");
    }

    private static String name(String image) {
        return image.replaceFirst(":.*", "").replaceFirst(".*/", "");
    }
}
