package com.clinni.testbed.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.events.Topics;
import com.clinni.events.kafka.GroupReading;
import com.clinni.events.kafka.KafkaTopics;
import com.clinni.events.kafka.KafkaUser;
import com.clinni.events.kafka.TopicReplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a broker lets each user do, tried with every topic and every group there is. */
class KafkaAclsTest {

    private static final List<String> TOPICS =
            Topics.ALL.stream().map(Topics.Declaration::name).toList();
    private static final ByteArraySerializer BYTES = new ByteArraySerializer();

    @TempDir static Path directory;
    private static GuardedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = new GuardedKafka(directory);
        try (var producer = new KafkaProducer<>(kafka.openly(), BYTES, BYTES)) {
            TOPICS.forEach(topic -> producer.send(record(topic)));
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_user_writes_where_it_is_listed_and_nowhere_else(KafkaUser user) {
        try (var producer = new KafkaProducer<>(settings(user, Map.of()), BYTES, BYTES)) {
            assertThat(allowed(TOPICS, topic -> write(producer, topic)))
                    .isEqualTo(new TreeSet<>(user.writes()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_reads_what_it_is_listed_for_and_nothing_else(KafkaUser user) {
        var listed = new TreeSet<String>();
        user.reads().forEach(each -> listed.addAll(each.topics()));

        try (var consumer = consumer(user, Map.of())) {
            assertThat(allowed(TOPICS, topic -> read(consumer, topic))).isEqualTo(listed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_commits_for_its_own_groups_only(KafkaUser user) {
        var groups =
                Stream.of(KafkaUser.values())
                        .flatMap(each -> each.reads().stream())
                        .map(GroupReading::group)
                        .toList();
        var own = new TreeSet<String>();
        user.reads().forEach(each -> own.add(each.group()));

        assertThat(allowed(groups, group -> commit(user, group))).isEqualTo(own);
    }

    @Test
    void the_sweeper_sees_how_far_others_are() throws Exception {
        try (var admin = Admin.create(kafka.as(KafkaUser.APPOINTMENTS_SERVICE))) {
            for (var watched : KafkaUser.APPOINTMENTS_SERVICE.watches()) {
                admin.listConsumerGroupOffsets(watched.group()).all().get();
                admin.describeTopics(watched.topics()).allTopicNames().get();
            }
        }
    }

    @Test
    void topics_are_declared_by_a_user_of_their_own() throws Exception {
        KafkaTopics.declare(kafka.as(KafkaUser.TOPICS), TopicReplication.ONE_BROKER);
    }

    @Test
    void nobody_comes_in_without_a_password() {
        var stranger = new HashMap<>(kafka.as(KafkaUser.TOPICS));
        stranger.computeIfPresent(
                "sasl.jaas.config", (_, is) -> is.toString().replace("tests-topics", "guessing"));
        try (var admin = Admin.create(stranger)) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    /** An attempt: what is denied throws. */
    private interface Attempt {
        void at(String name) throws Exception;
    }

    private static Set<String> allowed(List<String> names, Attempt attempt) {
        var allowed = new TreeSet<String>();
        for (var name : names) {
            try {
                attempt.at(name);
                allowed.add(name);
            } catch (Exception e) {
                assertThat(e).as(name).matches(KafkaAclsTest::isDenial, "is a denial");
            }
        }
        return allowed;
    }

    /** A producer that was denied once says so of every further record, as a cause. */
    private static boolean isDenial(Throwable thrown) {
        return thrown instanceof AuthorizationException
                || (thrown.getCause() != null && isDenial(thrown.getCause()));
    }

    private static void write(KafkaProducer<byte[], byte[]> producer, String topic)
            throws Exception {
        producer.send(record(topic)).get();
    }

    private static ProducerRecord<byte[], byte[]> record(String topic) {
        return new ProducerRecord<>(topic, 0, new byte[] {1}, new byte[] {1});
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        var partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        assertThat(consumer.poll(Duration.ofSeconds(10))).isNotEmpty();
    }

    private static void commit(KafkaUser user, String group) {
        var topic =
                user.reads().isEmpty()
                        ? TOPICS.getFirst()
                        : user.reads().getFirst().topics().getFirst();
        try (var consumer = consumer(user, Map.of("group.id", group))) {
            consumer.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(
            KafkaUser user, Map<String, Object> more) {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings(user, more), bytes, bytes);
    }

    private static Map<String, Object> settings(KafkaUser user, Map<String, Object> more) {
        var settings = new HashMap<>(kafka.as(user));
        settings.put("max.block.ms", "10000");
        settings.put("default.api.timeout.ms", "10000");
        settings.putAll(more);
        return settings;
    }
}
