package com.clinni.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Topics;
import com.clinni.events.kafka.KafkaUser;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.infrastructure.GuardedKafka;
import com.clinni.testbed.infrastructure.GuardedServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/**
 * A start in production with everything right: Kafka with TLS, a password and rules, PostgreSQL
 * whose certificate is verified.
 */
@QuarkusTest
@TestProfile(ProductionProfile.class)
@WithTestResource(
        value = GuardedServers.class,
        initArgs = @ResourceArg(name = "user", value = "WHATSAPP_DISPATCHER"))
class ProductionStartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    GuardedKafka kafka; // injected
    @Inject Tables tables;
    @Inject EventPublisher publisher;
    @Inject DataSource source;

    @Test
    void what_others_publish_is_consumed_and_stored_over_tls() throws SQLException {
        var ready = TestMessage.dueAt(ServiceDriver.NOON);
        var publication =
                Publication.of(ready.message(), "/clinni/reminder-service", ServiceDriver.NOON);
        try (var others =
                new KafkaProducer<>(
                        kafka.as(KafkaUser.REMINDER_SERVICE),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            others.send(publication.toRecord());
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                tables.read(
                                                        "SELECT 1 FROM message"
                                                                + " WHERE reminder_id = ?",
                                                        row -> row.getInt(1),
                                                        ready.id()))
                                        .hasSize(1));
        assertThat(isEncrypted()).isTrue();
    }

    /** PostgreSQL tells it to the role that signed in, not to those that it becomes. */
    private boolean isEncrypted() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("RESET ROLE");
            var row =
                    statement.executeQuery(
                            "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
            return row.next() && row.getBoolean("ssl");
        }
    }

    @Test
    void it_publishes_where_it_may_and_nowhere_else() {
        assertThat(publisher.publish(List.of(empty(Topics.DELIVERY_REPORTED)))).isEmpty();

        assertThatThrownBy(() -> publisher.publish(List.of(empty(Topics.REMINDER_DUE))))
                .hasMessageContaining(TopicAuthorizationException.class.getSimpleName());
    }

    private static Publication empty(String topic) {
        return new Publication(topic, "key", new RecordHeaders(), new byte[] {'{', '}'});
    }
}
