package com.clinni.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Reading.Read;
import com.clinni.events.kafka.DeadLetters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What asyncapi.yaml tells others is what this module does. */
class AsyncApiTest {

    private static final Map<String, Class<? extends Event>> KINDS =
            Map.ofEntries(
                    Map.entry(Topics.APPOINTMENT_CHANGED, AppointmentChanged.class),
                    Map.entry(Topics.CLINIC_PROFILE, ClinicProfile.class),
                    Map.entry(Topics.REMINDER_DUE, ReminderDue.class),
                    Map.entry(Topics.REMINDER_WITHDRAWN, ReminderWithdrawn.class),
                    Map.entry(Topics.MESSAGE_REQUESTED, MessageRequested.class),
                    Map.entry(Topics.WHATSAPP_READY, MessageReady.class),
                    Map.entry(Topics.DIRECT_READY, MessageReady.class),
                    Map.entry(Topics.DELIVERY_REPORTED, DeliveryReported.class),
                    Map.entry(Topics.OPT_OUT_CHANGED, OptOutChanged.class),
                    Map.entry(Topics.TASK_RAISED, TaskRaised.class),
                    Map.entry(Topics.OUTAGE_CHANGED, OutageChanged.class),
                    Map.entry(Topics.DAY_FORECAST, DayForecast.class),
                    Map.entry(Topics.SMS_CREDIT_WARNED, SmsCreditWarned.class),
                    Map.entry(Topics.PATIENT_ERASED, PatientErased.class),
                    Map.entry(Topics.PATIENT_ERASURE_REPORTED, PatientErasureReported.class));

    private static final JsonNode DOCUMENT = document();

    @Test
    void every_topic_is_described_as_it_is_declared() {
        assertThat(DOCUMENT.at("/channels").valueStream().map(AsyncApiTest::declared))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream()
                                .map(
                                        topic ->
                                                List.<Object>of(
                                                        topic.name(),
                                                        (long) topic.partitions(),
                                                        topic.cleanupPolicy(),
                                                        topic.retention().toMillis(),
                                                        (long) topic.largestRecordBytes()))
                                .toList());
    }

    @Test
    void every_topic_is_sent_to_and_received_from() {
        for (var channel : DOCUMENT.at("/channels").properties()) {
            assertThat(DOCUMENT.at("/operations").valueStream())
                    .filteredOn(
                            operation ->
                                    operation
                                            .at("/channel/$ref")
                                            .asText()
                                            .equals("#/channels/" + channel.getKey()))
                    .extracting(operation -> operation.get("action").asText())
                    .as(channel.getKey())
                    .contains("send", "receive");
        }
    }

    @ParameterizedTest
    @MethodSource("eventMessages")
    void every_example_of_an_event_can_be_read(JsonNode message) {
        var topic = message.get("name").asText();

        assertThat(message.at("/payload/$ref").asText()).endsWith("/" + topic + ".json");
        assertThat(message.at("/examples"))
                .isNotEmpty()
                .allSatisfy(
                        example ->
                                assertThat(reading(topic, example))
                                        .isInstanceOfSatisfying(
                                                Read.class,
                                                read ->
                                                        assertThat(read.event().id(1))
                                                                .isEqualTo(
                                                                        example.at("/headers/ce_id")
                                                                                .asText())));
    }

    @ParameterizedTest
    @MethodSource("deadLetterMessages")
    void every_example_of_a_dead_letter_says_why_and_from_where(JsonNode message) {
        var headers = headers(message.at("/examples/0/headers"));

        assertThat(DeadLetters.cause(headers)).contains(Cause.UNREADABLE);
        assertThat(message.get("name").asText())
                .isEqualTo(
                        Topics.deadLetterOf(
                                message.at("/examples/0/headers/dead-letter-topic").asText()));
    }

    @Test
    void every_schema_that_is_referred_to_is_in_the_jar() {
        assertThat(eventMessages().map(message -> message.at("/payload/$ref").asText()))
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    static Stream<JsonNode> eventMessages() {
        return messages().filter(message -> !isDeadLetter(message));
    }

    static Stream<JsonNode> deadLetterMessages() {
        return messages().filter(AsyncApiTest::isDeadLetter);
    }

    private static Stream<JsonNode> messages() {
        return DOCUMENT.at("/components/messages").valueStream();
    }

    private static boolean isDeadLetter(JsonNode message) {
        return message.get("name").asText().endsWith(".dead-letter");
    }

    private static Reading<?> reading(String topic, JsonNode example) {
        return new EventReader<>(KINDS.get(topic), topic)
                .read(
                        headers(example.get("headers")),
                        example.get("payload").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Headers headers(JsonNode written) {
        var headers = new RecordHeaders();
        written.properties()
                .forEach(
                        header ->
                                headers.add(
                                        header.getKey(),
                                        header.getValue()
                                                .asText()
                                                .getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private static List<Object> declared(JsonNode channel) {
        var kafka = channel.at("/bindings/kafka");
        return List.of(
                channel.get("address").asText(),
                kafka.get("partitions").asLong(),
                kafka.at("/topicConfiguration/cleanup.policy/0").asText(),
                kafka.at("/topicConfiguration/retention.ms").asLong(),
                kafka.at("/topicConfiguration/max.message.bytes").asLong());
    }

    private static JsonNode document() {
        try (var in = Files.newInputStream(Path.of("asyncapi.yaml"))) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("asyncapi.yaml cannot be read", e);
        }
    }
}
