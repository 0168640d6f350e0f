package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A broker that stands still: it takes connections and answers nothing. */
@Isolated("nobody else's records may wait for it")
class FrozenKafkaTest extends Journey {

    private static final String GROUPS = "fallback-dispatcher";

    /** Closed one after the other they took 37 s. */
    private static final Duration LESS_THAN_ONE_AFTER_THE_OTHER = Duration.ofSeconds(28);

    @Test
    void a_node_that_reads_many_channels_ends_in_time() throws Exception {
        var second = system.another(Service.FALLBACK);
        try {
            eventually(() -> assertThat(groupsWithout(second.name())).isEmpty());
            system.kafkaProcess().pause();

            assertThat(second.stop(LESS_THAN_ONE_AFTER_THE_OTHER)).isTrue();
        } finally {
            system.kafkaProcess().resume();
            second.kill();
        }
    }

    /** The service's groups that a node has not joined yet: one for each channel. */
    private List<String> groupsWithout(String node) throws Exception {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.kafka());
        try (var admin = Admin.create(settings)) {
            var groups =
                    admin.listGroups().all().get().stream()
                            .map(GroupListing::groupId)
                            .filter(group -> group.startsWith(GROUPS))
                            .toList();
            assertThat(groups).hasSizeGreaterThan(1);
            return admin.describeConsumerGroups(groups).all().get().values().stream()
                    .filter(
                            group ->
                                    group.members().stream()
                                            .noneMatch(
                                                    member -> member.clientId().startsWith(node)))
                    .map(ConsumerGroupDescription::groupId)
                    .toList();
        }
    }
}
