package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.kafka.KafkaUser;
import com.clinni.events.kafka.StrimziUsersMain;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Kafka's users in a cluster: what each may do, and who signs in as whom. */
class KafkaUsersTest {

    private static final String FILE = "k8s/kafka-users/users.yaml";

    /** After a change: {@code java -cp … StrimziUsersMain}, as docs/operations.md says. */
    @Test
    void a_cluster_s_users_are_those_that_are_declared_with_the_topics() {
        assertThat(ProjectFiles.read(FILE)).isEqualTo(StrimziUsersMain.yaml());
    }

    @Test
    void a_user_reads_and_writes_in_a_cluster_what_it_is_declared_for() {
        for (var user : List.of(KafkaUser.REMINDER_SERVICE, KafkaUser.FALLBACK_DISPATCHER)) {
            var groups = new ArrayList<String>();
            var read = new LinkedHashSet<String>();
            user.reads()
                    .forEach(
                            reading -> {
                                groups.add(reading.group());
                                read.addAll(reading.topics());
                            });

            assertThat(named(user, "topic", "Write")).hasSameElementsAs(user.writes());
            assertThat(named(user, "topic", "Read")).hasSameElementsAs(read);
            assertThat(named(user, "group", "Read")).hasSameElementsAs(groups);
        }
    }

    @Test
    void a_service_signs_in_to_kafka_by_the_secret_of_its_own_user_and_topics_by_theirs() {
        var base = Manifests.rendered("k8s/base");
        for (var service : ProjectFiles.SERVICES) {
            var pod = base.pod(service).getSpec();

            assertThat(secret(pod.getContainers().getFirst())).isEqualTo(service);
            assertThat(secret(pod.getInitContainers().getFirst()))
                    .isEqualTo(KafkaUser.TOPICS.user());
        }
    }

    private static String secret(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals("KAFKA_SASL_JAAS_CONFIG"))
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .filter(key -> key.getKey().equals("sasl.jaas.config") && key.getOptional())
                .findFirst()
                .orElseThrow()
                .getName();
    }

    private static List<String> named(KafkaUser user, String type, String operation) {
        return rules(user)
                .filter(rule -> ((List<?>) rule.get("operations")).contains(operation))
                .map(rule -> (Map<?, ?>) rule.get("resource"))
                .filter(on -> on.get("type").equals(type))
                .map(on -> (String) on.get("name"))
                .toList();
    }

    private static Stream<Map<?, ?>> rules(KafkaUser user) {
        for (var document : new Yaml().loadAll(ProjectFiles.read(FILE))) {
            var resource = (Map<?, ?>) document;
            if (at(resource, "metadata").get("name").equals(user.user())) {
                var rules = (List<?>) at(at(resource, "spec"), "authorization").get("acls");
                return rules.stream().map(rule -> (Map<?, ?>) rule);
            }
        }
        throw new IllegalStateException(user + " is not there");
    }

    private static Map<?, ?> at(Map<?, ?> map, String key) {
        return (Map<?, ?>) map.get(key);
    }
}
