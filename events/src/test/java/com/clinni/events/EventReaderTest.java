package com.clinni.events;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.kafka.Publication;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final String TOPIC = Topics.APPOINTMENT_CHANGED;
    private static final String GOOD =
            """
            {"change":"BOOKED","clinicId":"c-1","appointmentId":"a-1","version":1,
             "startsAt":"2030-03-06T16:30:00+01:00",
             "patient":{"patientId":"p-1","firstName":"Ana","phone":"600000123"}}\
            """;

    private final EventReader<AppointmentChanged> reader =
            new EventReader<>(AppointmentChanged.class, TOPIC);

    @Test
    void a_good_event_is_read() {
        assertThat(read(GOOD)).isInstanceOf(Reading.Read.class);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("null", null),
                Arguments.of("empty", new byte[0]),
                Arguments.of("random bytes", new byte[] {(byte) 0xff, 0x00, 0x13, (byte) 0x9a}),
                Arguments.of("truncated", GOOD.substring(0, 40).getBytes(UTF_8)),
                Arguments.of("overlong UTF-8", new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}),
                Arguments.of("UTF-16", GOOD.getBytes(UTF_16)),
                Arguments.of("two values", (GOOD + GOOD).getBytes(UTF_8)),
                Arguments.of("too deep", "[".repeat(10_000).getBytes(UTF_8)),
                Arguments.of(
                        "a key twice",
                        GOOD.replace("\"version\":1", "\"version\":1,\"version\":2")
                                .getBytes(UTF_8)),
                Arguments.of("NaN", GOOD.replace(":1,", ":NaN,").getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void what_is_no_json_is_unreadable(String what, byte[] value) {
        assertThat(reader.read(headers(TOPIC), value))
                .isEqualTo(new Reading.Rejected<>(Cause.UNREADABLE, null));
    }

    @Test
    void a_byte_order_mark_is_no_harm() {
        assertThat(read("\uFEFF" + GOOD)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void a_field_unknown_is_ignored() {
        assertThat(read(GOOD.replaceFirst("\\{", "{\"mood\":\"sunny\",")))
                .isInstanceOf(Reading.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "appointmentId":"a-1", | "x":1,                          | appointmentId
                    "version":1,           | "version":"one",                | version
                    "version":1,           | "version":9007199254740992,     | version
                    "version":1,           | "version":9223372036854775808,  | version
                    "version":1,           | "version":1e16,                 | version
                    "version":1,           | "version":1.9,                  | version
                    "version":1,           | "version":"1",                  | version
                    "version":1,           | "version":true,                 | version
                    "firstName":"Ana"      | "firstName":7                   | patient.firstName
                    "2030-03-06T16:30:00+01:00" | 1804000000           | startsAt
                    "BOOKED"               | "REBOOKED"                      | change
                    "a-1"                  | ""                              | appointmentId
                    16:30:00+01:00         | 25:30:00 at noon                | startsAt
                    "firstName":"Ana"      | "firstName":"A\\u0000na"        | patient.firstName
                    "firstName":"Ana"      | "firstName":"A\\ud800na"        | patient.firstName
                    "firstName":"Ana"      | "firstName":["Ana"]             | patient.firstName
                    "phone":"600000123"    | "optedOut":["PIGEON"]           | patient.optedOut.0
                    """)
    void a_field_that_breaks_the_schema_is_named(String from, String to, String field) {
        assertThat(read(GOOD.replace(from, to)))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, field));
    }

    @ParameterizedTest
    @CsvSource({"[1]", "3", "null", "\"text\""})
    void what_is_no_object_breaks_the_schema(String json) {
        assertThat(read(json)).isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void a_type_nobody_knows_is_refused() {
        assertThat(reader.read(headers("weather.changed.v1"), GOOD.getBytes(UTF_8)))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, "ce_type"));
    }

    @Test
    void another_major_version_is_refused_as_such() {
        var type = "appointments.appointment-changed.v2";
        assertThat(reader.read(headers(type), GOOD.getBytes(UTF_8)))
                .isEqualTo(new Reading.Rejected<>(Cause.UNKNOWN_VERSION, "ce_type"));
    }

    @Test
    void another_minor_version_is_read() {
        assertThat(reader.read(headers(TOPIC + ".1"), GOOD.getBytes(UTF_8)))
                .isInstanceOf(Reading.Read.class);
    }

    @Test
    void an_event_without_an_id_is_refused() {
        var headers = headers(TOPIC);
        headers.remove("ce_id");
        assertThat(reader.read(headers, GOOD.getBytes(UTF_8)))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, "ce_id"));
    }

    @Test
    void an_event_larger_than_allowed_is_refused_unread() {
        var large = GOOD.replace("Ana", "A".repeat(300_000)).getBytes(UTF_8);
        assertThat(reader.read(headers(TOPIC), large))
                .isEqualTo(new Reading.Rejected<>(Cause.TOO_LARGE, null));
    }

    @Test
    void a_reminder_due_after_its_appointment_contradicts_itself() throws Exception {
        var due = EventJson.MAPPER.valueToTree(Samples.all().get(Topics.REMINDER_DUE));
        ((ObjectNode) due).put("dueAt", "2031-01-01T00:00:00Z");
        assertThat(
                        new EventReader<>(ReminderDue.class, Topics.REMINDER_DUE)
                                .read(
                                        headers(Topics.REMINDER_DUE),
                                        EventJson.MAPPER.writeValueAsBytes(due)))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, "dueAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.WHATSAPP_READY, Topics.DIRECT_READY})
    void a_message_from_before_texts_had_versions_is_read(String topic) throws Exception {
        var ready = EventJson.MAPPER.valueToTree(Samples.all().get(topic));
        ((ObjectNode) ready).remove("templateVersion");

        assertThat(
                        new EventReader<>(MessageReady.class, topic)
                                .read(headers(topic), EventJson.MAPPER.writeValueAsBytes(ready)))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read ->
                                assertThat(((MessageReady) read.event()).templateVersion())
                                        .isNull());
    }

    @ParameterizedTest
    @CsvSource({"Europe/Madird", "GMT+25", "+02:00"})
    void a_zone_nobody_knows_is_refused(String zone) throws Exception {
        var due = EventJson.MAPPER.valueToTree(Samples.all().get(Topics.REMINDER_DUE));
        ((ObjectNode) due.get("clinic")).put("zone", zone);
        assertThat(
                        new EventReader<>(ReminderDue.class, Topics.REMINDER_DUE)
                                .read(
                                        headers(Topics.REMINDER_DUE),
                                        EventJson.MAPPER.writeValueAsBytes(due)))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, "clinic.zone"));
    }

    @Test
    void a_report_says_how_many_segments_an_sms_was_billed_as() throws Exception {
        var report = (ObjectNode) sample(Topics.DELIVERY_REPORTED);
        report.put("segments", 2);

        assertThat(read(DeliveryReported.class, Topics.DELIVERY_REPORTED, report))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read ->
                                assertThat(((DeliveryReported) read.event()).segments())
                                        .isEqualTo(2));
        report.put("segments", 0);
        assertThat(read(DeliveryReported.class, Topics.DELIVERY_REPORTED, report))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, "segments"));
    }

    @Test
    void an_outage_that_lasts_is_read_and_one_that_ended_before_it_began_contradicts_itself()
            throws Exception {
        var outage = (ObjectNode) sample(Topics.OUTAGE_CHANGED);
        outage.remove("endedAt");
        assertThat(read(OutageChanged.class, Topics.OUTAGE_CHANGED, outage))
                .isInstanceOf(Reading.Read.class);

        outage.put("endedAt", "2030-03-05T09:59:59Z");
        assertThat(read(OutageChanged.class, Topics.OUTAGE_CHANGED, outage))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, "endedAt"));
    }

    @Test
    void a_forecast_of_more_fall_backs_than_reminders_contradicts_itself() throws Exception {
        var forecast = (ObjectNode) sample(Topics.DAY_FORECAST);
        forecast.put("expectedFallbacks", 41);

        assertThat(read(DayForecast.class, Topics.DAY_FORECAST, forecast))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, "expectedFallbacks"));
    }

    private static JsonNode sample(String topic) {
        return EventJson.MAPPER.valueToTree(Samples.all().get(topic));
    }

    private static <T extends Event> Reading<T> read(Class<T> kind, String topic, JsonNode value)
            throws Exception {
        return new EventReader<>(kind, topic)
                .read(headers(topic), EventJson.MAPPER.writeValueAsBytes(value));
    }

    private Reading<AppointmentChanged> read(String json) {
        return reader.read(headers(TOPIC), json.getBytes(UTF_8));
    }

    private static Headers headers(String type) {
        var headers =
                Publication.of(Samples.all().get(TOPIC), "/clinni/test", Instant.EPOCH).headers();
        headers.remove("ce_type");
        headers.add("ce_type", type.getBytes(UTF_8));
        return headers;
    }
}
