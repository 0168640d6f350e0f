package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network policies let through what the system needs, and nothing else of it. */
class NetworkPoliciesTest {

    private static final String CALLS = "clinni.example/calls-reminders";
    private static final String MEASURES = "clinni.example/measures-reminders";
    private static final Map<String, String> PROMETHEUS =
            Map.of("app.kubernetes.io/name", "prometheus");

    private static final Endpoint CALLER = Endpoint.pod("caller", Map.of(CALLS, "true"));
    private static final Endpoint STRANGER = Endpoint.pod("stranger", Map.of("app", "shop"));
    private static final Endpoint NEIGHBOUR = Endpoint.pod("neighbour", Map.of("app", "billing"));

    private static Manifests manifests;
    private static NetworkEdges edges;

    @BeforeAll
    static void render() {
        manifests = Manifests.rendered("k8s/overlays/local");
        edges = new NetworkEdges(manifests.all(NetworkPolicy.class));
    }

    @ParameterizedTest
    @CsvSource({
        "appointments-service, kafka, 9092",
        "reminder-service, kafka, 9092",
        "whatsapp-dispatcher, kafka, 9092",
        "fallback-dispatcher, kafka, 9092",
        "appointments-service, postgres, 5432",
        "reminder-service, postgres, 5432",
        "whatsapp-dispatcher, postgres, 5432",
        "fallback-dispatcher, postgres, 5432",
        "appointments-service, reminder-service, 8082",
        "whatsapp-dispatcher, appointments-service, 8081",
        "whatsapp-dispatcher, simulators, 8091",
        "fallback-dispatcher, simulators, 8092",
        "fallback-dispatcher, simulators, 8025",
        "simulators, whatsapp-dispatcher, 8083",
        "simulators, fallback-dispatcher, 8084",
        "kafka, kafka, 9092",
        "appointments-service, whatsapp-dispatcher, 8083",
        "appointments-service, fallback-dispatcher, 8084",
        "appointments-service, identity, 8093",
        "reminder-service, identity, 8093",
        "whatsapp-dispatcher, identity, 8093",
        "fallback-dispatcher, identity, 8093",
    })
    void what_the_system_needs_gets_through(String from, String to, int port) {
        assertThat(edges.isOpen(pod(from), pod(to), port)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "appointments-service, simulators, 8091",
        "appointments-service, simulators, 8092",
        "reminder-service, simulators, 8091",
        "reminder-service, appointments-service, 8081",
        "whatsapp-dispatcher, fallback-dispatcher, 8084",
        "simulators, appointments-service, 8081",
        "simulators, reminder-service, 8082",
        "simulators, postgres, 5432",
        "simulators, kafka, 9092",
        "kafka, postgres, 5432",
        "postgres, appointments-service, 8081",
        "simulators, identity, 8093",
        "identity, postgres, 5432",
        "identity, appointments-service, 8081",
        "appointments-service, reminder-service, 8182",
        "whatsapp-dispatcher, appointments-service, 8181",
        "simulators, whatsapp-dispatcher, 8183",
        "simulators, fallback-dispatcher, 8184",
    })
    void nothing_else_of_the_system_does(String from, String to, int port) {
        assertThat(edges.isOpen(pod(from), pod(to), port)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "appointments-service, 8081, 8181",
        "reminder-service, 8082, 8182",
        "whatsapp-dispatcher, 8083, 8183",
        "fallback-dispatcher, 8084, 8184",
    })
    void callers_enter_by_the_api_and_prometheus_by_the_management_port(
            String service, int api, int management) {
        var callers =
                List.of(
                        CALLER,
                        Endpoint.elsewhere(
                                "caller of another namespace",
                                Map.of(CALLS, "true"),
                                Map.of(CALLS, "true")));
        var prometheus =
                List.of(
                        Endpoint.pod("prometheus", PROMETHEUS),
                        Endpoint.elsewhere(
                                "prometheus of another namespace",
                                Map.of(MEASURES, "true"),
                                PROMETHEUS));

        assertThat(callers)
                .allMatch(caller -> edges.isOpen(caller, pod(service), api))
                .noneMatch(caller -> edges.isOpen(caller, pod(service), management));
        assertThat(prometheus)
                .allMatch(caller -> edges.isOpen(caller, pod(service), management))
                .noneMatch(caller -> edges.isOpen(caller, pod(service), api));
    }

    @Test
    void who_may_call_the_services_may_ask_for_a_token() {
        assertThat(edges.isOpen(CALLER, pod("identity"), 8093)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "appointments-service, 8081",
        "reminder-service, 8082",
        "whatsapp-dispatcher, 8083",
        "fallback-dispatcher, 8084",
        "kafka, 9092",
        "postgres, 5432",
        "simulators, 8090",
        "identity, 8093",
        "appointments-service, 8181",
        "fallback-dispatcher, 8184",
    })
    void strangers_do_not_enter(String ours, int port) {
        var strangers =
                List.of(
                        STRANGER,
                        Endpoint.elsewhere(
                                "a pod that gave itself the label",
                                Map.of(),
                                Map.of(CALLS, "true")),
                        Endpoint.elsewhere(
                                "another pod of a namespace that calls",
                                Map.of(CALLS, "true"),
                                Map.of("app", "shop")),
                        Endpoint.elsewhere("another prometheus", Map.of(), PROMETHEUS),
                        Endpoint.outside("203.0.113.7"));

        assertThat(strangers).noneMatch(stranger -> edges.isOpen(stranger, pod(ours), port));
    }

    @Test
    void other_pods_of_the_namespace_stay_as_they_are() {
        assertThat(edges.isOpen(STRANGER, NEIGHBOUR, 8080)).isTrue();
        assertThat(edges.isOpen(STRANGER, Endpoint.outside("203.0.113.7"), 443)).isTrue();
        assertThat(edges.isOpen(Endpoint.outside("203.0.113.7"), NEIGHBOUR, 8080)).isTrue();
        assertThat(edges.leaves(CALLER, NEIGHBOUR, 8080)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "appointments-service",
                "reminder-service",
                "whatsapp-dispatcher",
                "fallback-dispatcher",
            })
    void kafka_and_postgres_are_reached_wherever_they_stand(String service) {
        var base = Manifests.rendered("k8s/base");
        var ofBase = new NetworkEdges(base.all(NetworkPolicy.class));
        var ours = Endpoint.pod(service, base.pod(service));

        for (var there :
                List.of(
                        Endpoint.outside("203.0.113.7"),
                        Endpoint.elsewhere("a broker", Map.of(), Map.of("app", "kafka")))) {
            assertThat(ofBase.isOpen(ours, there, 9092)).isTrue();
            assertThat(ofBase.isOpen(ours, there, 5432)).isTrue();
            assertThat(ofBase.isOpen(ours, there, 443)).isFalse();
        }
    }

    @Test
    void every_pod_of_ours_looks_names_up() {
        var names =
                Endpoint.elsewhere(
                        "names", Map.of("kubernetes.io/metadata.name", "kube-system"), Map.of());

        assertThat(manifests.pods().keySet())
                .allMatch(ours -> edges.isOpen(pod(ours), names, 53))
                .allMatch(ours -> edges.isOpen(pod(ours), Endpoint.outside("169.254.20.10"), 53));
    }

    /** The faults that the first run on an engine found, evaluated as they were. */
    @Test
    void policies_that_lose_receipts_or_cut_off_others_are_seen() {
        var former =
                new NetworkEdges(
                        Manifests.read(
                                        """
                                        apiVersion: networking.k8s.io/v1
                                        kind: NetworkPolicy
                                        metadata: {name: nothing-unless-named}
                                        spec:
                                          podSelector: {}
                                          policyTypes: [Ingress, Egress]
                                        ---
                                        apiVersion: networking.k8s.io/v1
                                        kind: NetworkPolicy
                                        metadata: {name: simulators}
                                        spec:
                                          podSelector:
                                            matchLabels: {app.kubernetes.io/name: simulators}
                                          policyTypes: [Egress]
                                          egress:
                                            - to:
                                                - podSelector:
                                                    matchLabels: {app.kubernetes.io/name: whatsapp-dispatcher}
                                              ports: [{port: 8083}]
                                        """)
                                .all(NetworkPolicy.class));

        assertThat(former.leaves(pod("simulators"), pod("whatsapp-dispatcher"), 8083)).isTrue();
        assertThat(former.leaves(pod("simulators"), pod("fallback-dispatcher"), 8084)).isFalse();
        assertThat(former.leaves(CALLER, pod("appointments-service"), 8081)).isFalse();
        assertThat(former.isOpen(STRANGER, NEIGHBOUR, 8080)).isFalse();
    }

    private static Endpoint pod(String name) {
        return Endpoint.pod(name, manifests.pod(name));
    }
}
