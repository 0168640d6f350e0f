package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Event;
import com.clinni.events.EventReader;
import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.reminders.RequestPublisher;
import com.clinni.reminders.TopicLog;
import com.clinni.reminders.clinic.ClinicProfiles;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real broker and a real database: what other services ask for, and what comes of it. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class RequestTest {

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
    void a_request_becomes_a_message_by_its_clinics_policy_language_and_zone() {
        know(1, Channel.WHATSAPP, "ca");
        others.send(others.documentSigned(id));

        var message = read(Topics.WHATSAPP_READY);

        assertThat(message)
                .returns("document-signed", MessageReady::kind)
                .returns(others.documentSigned(id).reminderId(), MessageReady::reminderId)
                .returns(id, MessageReady::appointmentId)
                .returns(false, MessageReady::isAboutVisit)
                .returns(others.documentSigned(id).sendBefore(), MessageReady::sendBefore);
        assertThat(message.content().whatsapp())
                .contains("Clínica Prado", "dimarts 5 de març del 2030", "16:00")
                .contains("missatge automàtic");
        assertThat(message.content().email().subject()).isNotBlank();
        assertThat(message.content().sms()).isNull();
    }

    @Test
    void a_repeat_goes_the_same_way_whatever_the_clinic_chose_meanwhile() {
        know(1, Channel.WHATSAPP, "es");
        others.send(others.documentSigned(id));
        read(Topics.WHATSAPP_READY);
        know(2, Channel.EMAIL, "es");
        others.send(others.documentSigned(id));

        try (var ready = new TopicLog(brokers, Topics.WHATSAPP_READY);
                var direct = new TopicLog(brokers, Topics.DIRECT_READY)) {
            assertThat(ready.await(2, id))
                    .extracting(record -> header(record, CloudEventHeaders.ID))
                    .containsOnly(others.documentSigned(id).reminderId() + ":1");
            assertThat(direct.none(id)).isTrue();
        }
    }

    @Test
    void the_same_id_for_something_else_is_a_dead_letter() {
        know(1, Channel.WHATSAPP, "es");
        others.send(others.documentSigned(id));
        others.send(others.requested(id, "document-signed", "Luis", Map.of()));

        assertThat(deadLetter()).containsExactly("CONFLICT", "messageId");
    }

    @Test
    void a_request_for_a_clinic_nobody_told_of_waits_until_somebody_does() {
        others.send(others.documentSigned(id));
        await().until(() -> waiting() == 1);

        know(1, Channel.SMS, "es");

        assertThat(read(Topics.DIRECT_READY).content().sms()).contains("documento firmado");
        await().until(() -> waiting() == 0);
    }

    @Test
    void a_clinics_profile_that_cannot_be_read_is_a_dead_letter_and_the_next_one_is_heard() {
        others.sendEmptied(others.clinic(1, Channel.WHATSAPP, "es"));
        know(2, Channel.WHATSAPP, "es");

        try (var dead = new TopicLog(brokers, Topics.deadLetterOf(Topics.CLINIC_PROFILE))) {
            assertThat(dead.await(1, others.clinicId).getFirst())
                    .returns("SCHEMA_INVALID", record -> header(record, DeadLetters.CAUSE))
                    .returns("reminder-service", record -> header(record, DeadLetters.SERVICE))
                    .returns(Topics.CLINIC_PROFILE, record -> header(record, DeadLetters.TOPIC));
        }
    }

    @Test
    void after_a_quarter_of_an_hour_of_waiting_it_is_a_dead_letter() {
        others.send(others.documentSigned(id));
        await().until(() -> waiting() == 1);
        try (var dead = new TopicLog(brokers, Topics.deadLetterOf(Topics.MESSAGE_REQUESTED))) {
            clock.advance(Duration.ofMinutes(15).minusSeconds(1));
            assertThat(dead.none(id)).isTrue();
            clock.advance(Duration.ofSeconds(1));

            assertThat(dead.await(1, id).getFirst())
                    .returns("UNKNOWN_CLINIC", record -> header(record, DeadLetters.CAUSE))
                    .returns("clinicId", record -> header(record, DeadLetters.FIELD));
        }
    }

    @Test
    void a_clinic_that_wants_nothing_sent_has_its_requester_told_so() {
        know(1, null, "es");
        others.send(others.documentSigned(id));

        try (var reports = new TopicLog(brokers, Topics.DELIVERY_REPORTED)) {
            assertThat(event(reports.await(1, id).getFirst(), DeliveryReported.class))
                    .returns(DeliveryState.NOT_WANTED, DeliveryReported::state)
                    .returns(others.documentSigned(id).reminderId(), DeliveryReported::reminderId);
        }
    }

    @Test
    void a_kind_that_does_not_exist_or_may_not_be_asked_for_is_a_dead_letter() {
        know(1, Channel.WHATSAPP, "es");
        others.send(others.requested(id, "reminder", "Ana", Map.of()));

        assertThat(deadLetter()).containsExactly("SCHEMA_INVALID", "kind");
    }

    @Test
    void a_variable_that_nobody_knows_is_a_dead_letter_that_does_not_repeat_its_name() {
        know(1, Channel.WHATSAPP, "es");
        others.send(others.requested(id, "document-signed", "Ana", Map.of("diagnosis", "x")));

        assertThat(deadLetter()).containsExactly("SCHEMA_INVALID", "variables");
    }

    @Test
    void an_older_profile_that_comes_late_does_not_undo_a_newer_one() {
        know(2, Channel.EMAIL, "es");
        others.send(others.clinic(1, Channel.SMS, "es"));
        others.send(others.documentSigned(id));

        assertThat(read(Topics.DIRECT_READY).content())
                .satisfies(content -> assertThat(content.email()).isNotNull())
                .satisfies(content -> assertThat(content.sms()).isNull());
    }

    private void know(long version, Channel channel, String language) {
        others.send(others.clinic(version, channel, language));
        await().until(
                        () -> {
                            var known = clinics.of(List.of(others.clinicId)).get(others.clinicId);
                            return known != null && known.version() >= version;
                        });
    }

    private MessageReady read(String topic) {
        try (var ready = new TopicLog(brokers, topic)) {
            return event(ready.await(1, id).getFirst(), MessageReady.class);
        }
    }

    private List<String> deadLetter() {
        try (var dead = new TopicLog(brokers, Topics.deadLetterOf(Topics.MESSAGE_REQUESTED))) {
            var record = dead.await(1, id).getFirst();
            return List.of(header(record, DeadLetters.CAUSE), header(record, DeadLetters.FIELD));
        }
    }

    private int waiting() throws Exception {
        try (var connection = DatabaseAdmin.dataSource().getConnection();
                var count =
                        connection.prepareStatement(
                                "SELECT count(*) FROM waiting_request WHERE clinic_id = ?")) {
            count.setString(1, others.clinicId);
            var row = count.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return CloudEventHeaders.text(record.headers(), name).orElse(null);
    }

    private static <T extends Event> T event(ConsumerRecord<String, byte[]> record, Class<T> kind) {
        return ((Reading.Read<T>)
                        new EventReader<>(kind, record.topic())
                                .read(record.headers(), record.value()))
                .event();
    }
}
