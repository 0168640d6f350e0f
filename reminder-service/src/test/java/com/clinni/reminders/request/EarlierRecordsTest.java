package com.clinni.reminders.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import com.clinni.platform.kafka.ConsumerPositions;
import com.clinni.reminders.RequestPublisher;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups of this test's own stand where it says: what is unread stays unread. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class EarlierRecordsTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject ConsumerPositions positions;
    @Inject Admin admin;

    private final String reminders = "reminders-" + UUID.randomUUID();
    private final String requests = "requests-" + UUID.randomUUID();
    private final UUID erasure = UUID.randomUUID();
    private RequestPublisher others;

    @BeforeEach
    void a_request_stands_in_the_topic() {
        others = new RequestPublisher(brokers);
        others.send(others.documentSigned("m-" + UUID.randomUUID()));
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void nothing_is_done_until_all_that_stood_there_is_read_and_what_comes_later_is_not_waited_for()
            throws Exception {
        var earlier = new EarlierRecords(positions, reminders, requests);
        readAll(reminders, Topics.REMINDER_DUE);

        assertThat(earlier.areRead(erasure)).isFalse();

        readAll(requests, Topics.MESSAGE_REQUESTED);
        others.send(others.documentSigned("m-" + UUID.randomUUID()));
        assertThat(earlier.areRead(erasure)).isTrue();
    }

    @Test
    void each_erasure_waits_for_what_stood_there_at_its_own_first_look() throws Exception {
        var earlier = new EarlierRecords(positions, reminders, requests);
        readAll(reminders, Topics.REMINDER_DUE);
        readAll(requests, Topics.MESSAGE_REQUESTED);
        assertThat(earlier.areRead(erasure)).isTrue();

        others.send(others.documentSigned("m-" + UUID.randomUUID()));
        assertThat(earlier.areRead(UUID.randomUUID())).isFalse();
    }

    private void readAll(String group, String topic) throws Exception {
        var read = new HashMap<TopicPartition, OffsetAndMetadata>();
        positions
                .of(group, topic)
                .forEach((each, now) -> read.put(each, new OffsetAndMetadata(now.end())));
        admin.alterConsumerGroupOffsets(group, read).all().get();
    }
}
