package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGTERM: what a node was reading is read by others at once, not after a session time-out. */
@Execution(ExecutionMode.CONCURRENT)
class CleanStopTest extends Journey {

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_node_that_ends_cleanly_has_left_its_groups(Service service) throws Exception {
        var second = system.another(service);
        try (var admin = admin()) {
            eventually(() -> assertThat(consumersOf(second.name(), admin)).isNotEmpty());

            assertThat(second.stop(Duration.ofSeconds(30))).isTrue();

            assertThat(consumersOf(second.name(), admin)).isEmpty();
        } finally {
            second.kill();
        }
    }

    private static List<String> consumersOf(String node, Admin admin) throws Exception {
        var groups = admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
        return admin.describeConsumerGroups(groups).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .map(MemberDescription::clientId)
                .filter(client -> client.startsWith(node))
                .toList();
    }

    private Admin admin() {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) system.kafka()));
    }
}
