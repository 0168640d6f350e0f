package com.clinni.reminders.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Channel;
import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.reminders.RequestPublisher;
import com.clinni.reminders.TopicLog;
import com.clinni.reminders.clinic.ClinicProfiles;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was a dead letter is asked for again, by its requester or by a person. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class RepeatedRequestTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject MutableClock clock;
    @Inject ClinicProfiles clinics;

    private final String id = "m-" + UUID.randomUUID();
    private RequestPublisher others;

    @BeforeEach
    void open() {
        clock.set(RequestPublisher.THEN.toString());
        others = new RequestPublisher(brokers);
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void a_request_that_died_is_served_as_the_next_generation_and_its_replay_is_no_other() {
        know(1, "910 000 000");
        others.send(others.requested(id, "document-signed", "Ana", Map.of("colour", "red")));
        deadLetters(1);
        others.send(others.documentSigned(id));
        others.send(others.documentSigned(id), 2);

        assertThat(ready(2))
                .extracting(record -> CloudEventHeaders.generation(record.headers()))
                .containsExactly(2, 2);
    }

    @Test
    void a_broken_repeat_of_a_message_that_was_made_is_a_conflict_and_says_nothing_of_it() {
        know(1, "910 000 000");
        others.send(others.documentSigned(id));
        ready(1);
        others.send(others.requested(id, "document-signed", "Ana", Map.of("colour", "red")));

        assertThat(deadLetters(1)).containsExactly("CONFLICT");
    }

    @Test
    void a_replay_speaks_for_the_clinic_as_it_is_now() {
        know(1, null);
        others.send(others.documentSigned(id));
        assertThat(deadLetters(1)).containsExactly("TEMPLATE_DATA_MISSING");

        know(2, "910 000 001");
        others.send(others.documentSigned(id), 2);

        assertThat(new String(ready(1).getFirst().value(), UTF_8)).contains("910 000 001");
    }

    @Test
    void a_message_that_is_never_worthless_holds_up_nobody() {
        know(1, "910 000 000");
        others.send(others.documentSigned(id, Instant.parse("9999-12-31T23:59:59Z")));

        assertThat(ready(1)).hasSize(1);
    }

    private void know(long version, String phone) {
        others.send(others.clinic(version, Channel.WHATSAPP, "es", phone));
        await().until(
                        () -> {
                            var known = clinics.of(List.of(others.clinicId)).get(others.clinicId);
                            return known != null && known.version() >= version;
                        });
    }

    private List<ConsumerRecord<String, byte[]>> ready(int count) {
        try (var ready = new TopicLog(brokers, Topics.WHATSAPP_READY)) {
            return ready.await(count, id);
        }
    }

    private List<String> deadLetters(int count) {
        try (var dead = new TopicLog(brokers, Topics.deadLetterOf(Topics.MESSAGE_REQUESTED))) {
            return dead.await(count, id).stream()
                    .map(record -> CloudEventHeaders.text(record.headers(), DeadLetters.CAUSE))
                    .map(cause -> cause.orElseThrow())
                    .toList();
        }
    }
}
