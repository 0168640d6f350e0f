package com.clinni.reminders.rendering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.EventReader;
import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.reminders.TopicLog;
import com.clinni.testbed.fault.FaultProxy;
import com.clinni.testbed.fault.LinkFault;
import com.clinni.testbed.infrastructure.FaultyDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * On a real broker and a real database: whose words a patient reads, and when the database is away.
 */
@QuarkusTest
@WithTestResource(FaultyDatabase.class)
class ClinicTextsTest {

    private static final Instant THEN = Instant.parse("2030-03-05T15:00:00Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    FaultProxy database;

    private final String clinic = "c-" + UUID.randomUUID();

    @AfterEach
    void heal() {
        database.heal();
    }

    @Test
    void a_patient_reads_the_clinics_own_words_and_the_closing_line() {
        save("ca", "Bon dia, {patient}: {date}, {time}, {clinic}.");

        var message = rendered(reminder("ca"));

        assertThat(message.content().whatsapp())
                .startsWith("Bon dia, Ana: dimecres 6 de març del 2030, 16:30, Clínica Prado.\n\n")
                .contains("missatge automàtic");
        assertThat(message.templateVersion()).isEqualTo(1);
    }

    @Test
    void the_newest_version_is_used_at_once_and_travels_along() {
        save("es", "Uno {date} {time}");
        assertThat(rendered(reminder("es")).templateVersion()).isEqualTo(1);

        save("es", "Dos {date} {time}");

        assertThat(rendered(reminder("es")))
                .returns(2, MessageReady::templateVersion)
                .satisfies(message -> assertThat(message.content().whatsapp()).startsWith("Dos "));
    }

    @Test
    void who_wrote_nothing_in_that_language_speaks_with_the_house_s_words() {
        save("es", "Uno {date} {time}");

        assertThat(rendered(reminder("gl")))
                .returns(0, MessageReady::templateVersion)
                .satisfies(
                        message -> assertThat(message.content().whatsapp()).startsWith("Ola, Ana"));
    }

    @Test
    void without_a_database_reminders_wait_and_none_becomes_a_dead_letter() {
        save("es", "Uno {date} {time}");
        database.fault(LinkFault.Plain.REFUSE);
        var waiting = reminder("es");
        send(waiting);

        try (var ready = new TopicLog(brokers, Topics.WHATSAPP_READY);
                var dead = new TopicLog(brokers, Topics.deadLetterOf(Topics.REMINDER_DUE))) {
            await().during(Duration.ofSeconds(6))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> ready.none(key(waiting)) && dead.none(key(waiting)));
            database.heal();

            assertThat(read(ready, key(waiting)).templateVersion()).isEqualTo(1);
            assertThat(dead.none(key(waiting))).isTrue();
        }
        assertThat(rendered(reminder("es")).templateVersion()).isEqualTo(1);
    }

    private DueReminder reminder(String language) {
        return DueReminder.forAna()
                .appointment(UUID.randomUUID().toString())
                .clinicId(clinic)
                .languages(language, null);
    }

    private MessageReady rendered(DueReminder reminder) {
        send(reminder);
        try (var ready = new TopicLog(brokers, Topics.WHATSAPP_READY)) {
            return read(ready, key(reminder));
        }
    }

    private static MessageReady read(TopicLog log, String key) {
        var record = log.await(1, key).getFirst();
        var reader = new EventReader<>(MessageReady.class, record.topic());
        return ((Reading.Read<MessageReady>) reader.read(record.headers(), record.value())).event();
    }

    private void send(DueReminder reminder) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", (Object) brokers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                    Publication.of(reminder.event(), "/clinni/appointments-service", THEN, 1)
                            .toRecord());
        }
    }

    private void save(String language, String whatsapp) {
        given().contentType(ContentType.JSON)
                .body(Map.of("whatsapp", whatsapp))
                .put("/clinics/" + clinic + "/templates/reminder/" + language)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }

    private static String key(DueReminder reminder) {
        return reminder.event().appointmentId();
    }
}
