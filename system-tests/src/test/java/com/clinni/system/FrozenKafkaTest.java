package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A broker that stands still: it takes connections and answers nothing. */
@Isolated("nobody else's records may wait for it")
class FrozenKafkaTest extends Journey {

    private static final int CHANNELS = 6;

    /** Closed one after the other they took 37 s. */
    private static final Duration LESS_THAN_ONE_AFTER_THE_OTHER = Duration.ofSeconds(28);

    @Test
    void a_node_that_reads_six_channels_ends_in_time() throws Exception {
        var second = system.another(Service.FALLBACK);
        try {
            eventually(() -> assertThat(consumersOf(second.name())).isEqualTo(CHANNELS));
            system.kafkaProcess().pause();

            assertThat(second.stop(LESS_THAN_ONE_AFTER_THE_OTHER)).isTrue();
        } finally {
            system.kafkaProcess().resume();
            second.kill();
        }
    }

    private long consumersOf(String node) throws Exception {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.kafka());
        try (var admin = Admin.create(settings)) {
            var groups =
                    admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
            return admin.describeConsumerGroups(groups).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> member.clientId().startsWith(node))
                    .count();
        }
    }
}
