package com.clinni.appointments.appointment.event;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Topics;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class UnusableEventsTest {

    private static final String DEAD = Topics.deadLetterOf(Topics.APPOINTMENT_CHANGED);

    @Inject MutableClock clock;
    @Inject AppointmentChangedListener listener;
    @Inject RelaySteps outbox;
    @Inject EventPublisher broker;
    @Inject KafkaLog kafka;

    private final String visit = fresh("visit");

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678Z", "12.345.678-z", "X1234567L"})
    void an_identity_number_is_no_patients_id(String id) {
        take(event(AppointmentRecords.booked(clinic(), visit, 1, SLOT).replace("p-1", id)));

        assertThat(letters()).containsExactly("SCHEMA_INVALID patient.patientId");
    }

    @Test
    void a_move_of_nobody_is_a_dead_letter() {
        take(event(AppointmentRecords.moved(clinic(), visit, 2, SLOT)));

        assertThat(letters()).containsExactly("SCHEMA_INVALID patient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "42", "\"x\"", "null", "{\"a\":1,\"a\":2}", "{} {}"})
    void what_is_no_json_object_is_a_dead_letter(String value) {
        take(AppointmentRecords.record(fresh("e"), visit, value));

        assertThat(letters()).hasSize(1);
    }

    @Test
    void no_bytes_random_bytes_and_too_deep_a_nesting_are_dead_letters() {
        take(
                AppointmentRecords.record(fresh("e"), visit, (byte[]) null),
                AppointmentRecords.record(fresh("e"), visit, new byte[0]),
                AppointmentRecords.record(
                        fresh("e"), visit, new byte[] {(byte) 0xC0, (byte) 0xAF, 7}),
                AppointmentRecords.record(fresh("e"), visit, "x".getBytes(StandardCharsets.UTF_16)),
                AppointmentRecords.record(fresh("e"), visit, "[".repeat(10_000)));

        assertThat(letters()).hasSize(5).allMatch(letter -> letter.startsWith("UNREADABLE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"change\":\"BOOKED\" | \"change\":\"LOST\"     | SCHEMA_INVALID change",
                "\"startsAt\"          | \"began\"               | SCHEMA_INVALID startsAt",
                "+01:00                |                         | SCHEMA_INVALID startsAt",
                "2027-03-10            | 2033-03-10              | SCHEMA_INVALID startsAt",
                "2027-03-10            | 2027-02-29              | SCHEMA_INVALID startsAt",
                "2027-03-10            | 9999-03-10              | SCHEMA_INVALID startsAt",
                "Ana                   | A\\u0000                | SCHEMA_INVALID"
                        + " patient.firstName",
                "Ana                   | \\ud800                 | SCHEMA_INVALID"
                        + " patient.firstName",
                "\"version\":1         | \"version\":0           | SCHEMA_INVALID version",
            })
    void what_cannot_be_used_is_a_dead_letter_with_its_cause(
            String from, String to, String expected) {
        var body = AppointmentRecords.booked(clinic(), visit, 1, SLOT);

        take(event(body.replace(from, to == null ? "" : to)));

        assertThat(letters()).containsExactly(expected);
        timeline(visit).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "803 000 123             | ''                      | PHONE_INVALID patient.phone",
                "+34600000123;ext=1      | ''                      | PHONE_INVALID patient.phone",
                "12036304@g.us           | a@b                     | PHONE_INVALID patient.phone",
                "''                      | a@b                     | EMAIL_INVALID patient.email",
                "910 000 012             | a@b.es\\r\\nBcc: x@y.es | EMAIL_INVALID patient.email",
            })
    void a_patient_whom_no_address_reaches_is_a_dead_letter(
            String phone, String email, String expected) {
        take(
                event(
                        AppointmentRecords.booked(clinic(), visit, 1, SLOT)
                                .replace("600 000 123", phone)
                                .replace("ana@example.com", email)));

        assertThat(letters()).containsExactly(expected);
        timeline(visit).then().statusCode(404);
    }

    @Test
    void ids_and_keys_that_the_database_does_not_take_stop_nothing() {
        var clinic = clinic();
        var endless =
                new Random(1)
                        .ints(5_000, 'a', 'z')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        var body = AppointmentRecords.booked(clinic, visit, 1, SLOT);

        take(
                AppointmentRecords.record(endless, visit, body),
                AppointmentRecords.record(fresh("e"), visit + "\u0000", "{"),
                AppointmentRecords.record(fresh("e"), visit, body));

        assertThat(letters()).hasSize(1);
        assertThat(kafka.of(DEAD, visit + "\u0000")).hasSize(1);
        timeline(visit).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"GMT+25", "Europe/Madird"})
    void a_zone_that_does_not_exist_is_a_dead_letter(String zone) {
        var body = AppointmentRecords.booked(clinic(), visit, 1, "2027-03-10T16:30");

        take(event(body.replace("\"version\"", "\"zone\":\"" + zone + "\",\"version\"")));

        assertThat(letters()).containsExactly("SCHEMA_INVALID zone");
    }

    @Test
    void a_newer_major_version_and_a_missing_id_are_dead_letters_and_unknown_fields_are_not() {
        var clinic = clinic();
        var body = AppointmentRecords.booked(clinic, visit, 1, SLOT);
        var newer = event(body);
        newer.headers()
                .remove("ce_type")
                .add("ce_type", bytes("appointments.appointment-changed.v2"));
        var nameless = event(body);
        nameless.headers().remove("ce_id");
        var other = event(body);
        other.headers().remove("ce_type").add("ce_type", bytes("billing.invoice-paid.v1"));

        take(newer, nameless, other);
        assertThat(letters())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_VERSION ce_type",
                        "SCHEMA_INVALID ce_id",
                        "SCHEMA_INVALID ce_type");

        take(event(body.replace("\"version\"", "\"colour\":\"red\",\"version\"")));
        assertThat(dues()).hasSize(1);
    }

    @Test
    void a_poison_record_is_buried_whole_and_its_neighbours_go_in() {
        var clinic = clinic();
        var neighbour = fresh("visit");
        var poison = event("poison");
        poison.headers().add("x-trace", bytes("t-1"));

        take(
                event(AppointmentRecords.booked(clinic, visit, 1, SLOT)),
                poison,
                AppointmentRecords.record(
                        fresh("e"),
                        neighbour,
                        AppointmentRecords.booked(clinic, neighbour, 1, SLOT)));

        assertThat(dues()).hasSize(1);
        timeline(neighbour).then().body("size()", equalTo(1));
        outbox.relay();
        var letter = kafka.of(DEAD, visit).getFirst();
        assertThat(letter.value()).isEqualTo(bytes("poison"));
        assertThat(KafkaLog.header(letter, "x-trace")).isEqualTo("t-1");
        assertThat(KafkaLog.header(letter, "dead-letter-service"))
                .isEqualTo("appointments-service");
    }

    private void take(ConsumerRecord<?, ?>... records) {
        listener.receive(AppointmentRecords.batch(records));
    }

    private ConsumerRecord<String, byte[]> event(String body) {
        return AppointmentRecords.record(fresh("e"), visit, body);
    }

    private List<String> dues() {
        return timeline(visit).jsonPath().getList("dueAt");
    }

    private List<String> letters() {
        outbox.relay();
        return kafka.of(DEAD, visit).stream()
                .map(
                        letter ->
                                KafkaLog.header(letter, "dead-letter-cause")
                                        + " "
                                        + KafkaLog.header(letter, "dead-letter-field"))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
