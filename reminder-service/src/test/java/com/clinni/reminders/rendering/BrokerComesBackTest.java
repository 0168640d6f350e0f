package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.BrokerUnavailable;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.reminders.TopicLog;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class BrokerComesBackTest {

    private static final int LOST_FOR = 3;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject EventPublisher publisher;

    @Test
    void a_broker_that_does_not_answer_for_a_while_costs_no_reminder() {
        var key = UUID.randomUUID().toString();
        var lost = new LostForAWhile(ClientProxy.unwrap(publisher));
        QuarkusMock.installMockForInstance(lost, publisher);

        try (var producer =
                        new KafkaProducer<>(
                                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                                new StringSerializer(),
                                new ByteArraySerializer());
                var ready = new TopicLog(bootstrapServers, Topics.WHATSAPP_READY)) {
            var due = DueReminder.forAna().appointment(key).event();
            producer.send(Publication.of(due, "/clinni/test", Instant.EPOCH).toRecord());

            assertThat(ready.await(1, key)).hasSize(1);
            assertThat(lost.calls).hasValue(LOST_FOR + 1);
        }
    }

    /** Takes nothing at first, then all. */
    private static final class LostForAWhile extends EventPublisher {

        private final AtomicInteger calls = new AtomicInteger();
        private final EventPublisher broker;

        private LostForAWhile(EventPublisher broker) {
            super(null, null, null, Duration.ZERO);
            this.broker = broker;
        }

        @Override
        public List<Publication> publish(List<Publication> publications) {
            if (calls.getAndIncrement() < LOST_FOR) {
                throw new BrokerUnavailable(new TimeoutException());
            }
            return broker.publish(publications);
        }
    }
}
