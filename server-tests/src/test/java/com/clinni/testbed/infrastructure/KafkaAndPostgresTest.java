package com.clinni.testbed.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.clinni.events.Topics;
import com.clinni.events.kafka.KafkaTopics;
import com.clinni.events.kafka.TopicReplication;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaAndPostgresTest {

    private static Map<String, String> settings;

    @BeforeAll
    static void start() {
        settings = new KafkaAndPostgres().start();
    }

    @Test
    void a_compressed_record_comes_out_as_it_went_in() throws Exception {
        var bytes = "due".getBytes(StandardCharsets.UTF_8);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", kafka(), "compression.type", "lz4"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.REMINDER_DUE, "appointment", bytes))
                    .get(30, TimeUnit.SECONDS);
        }

        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                kafka(),
                                "group.id",
                                "a-test",
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.REMINDER_DUE));
            var records = consumer.poll(Duration.ofSeconds(30));
            assertThat(records)
                    .singleElement()
                    .satisfies(r -> assertThat(r.value()).isEqualTo(bytes));
        }
    }

    @Test
    void every_declared_topic_is_there_and_no_other_is_made_by_asking() throws Exception {
        KafkaTopics.declare(kafka(), TopicReplication.ONE_BROKER);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ALL.stream().map(Topics.Declaration::name).toList());
        }
    }

    @Test
    void a_topic_that_was_declared_before_is_held_to_what_others_rely_on() throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DAY_FORECAST);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    topic,
                                    List.of(
                                            new AlterConfigOp(
                                                    new ConfigEntry("min.insync.replicas", "2"),
                                                    AlterConfigOp.OpType.SET),
                                            new AlterConfigOp(
                                                    new ConfigEntry("segment.ms", "604800000"),
                                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();

            KafkaTopics.declare(kafka(), TopicReplication.ONE_BROKER);

            var settings = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(settings.get("min.insync.replicas").value()).isEqualTo("1");
            assertThat(settings.get("segment.ms").value()).isEqualTo("43200000");
            assertThatIllegalStateException()
                    .isThrownBy(
                            () -> KafkaTopics.declare(kafka(), new TopicReplication((short) 3, 2)))
                    .withMessageContaining("has 1 copies, and a write needs 2");
        }
    }

    @Test
    void each_start_has_a_database_of_its_own_on_the_same_servers() throws Exception {
        var again = new KafkaAndPostgres().start();

        assertThat(again).containsEntry("kafka.bootstrap.servers", kafka());
        assertThat(again.get("quarkus.datasource.jdbc.url"))
                .isNotEqualTo(settings.get("quarkus.datasource.jdbc.url"));
        assertThat(selectOne(again)).isEqualTo(1);
    }

    private static String kafka() {
        return settings.get("kafka.bootstrap.servers");
    }

    private static int selectOne(Map<String, String> settings) throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                settings.get("quarkus.datasource.jdbc.url"),
                                settings.get("quarkus.datasource.username"),
                                settings.get("quarkus.datasource.password"));
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT 1")) {
            result.next();
            return result.getInt(1);
        }
    }
}
