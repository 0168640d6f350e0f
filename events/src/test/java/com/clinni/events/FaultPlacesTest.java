package com.clinni.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.kafka.Publication;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a fault in an event is said to be: in words of the contract, never in its sender's. */
class FaultPlacesTest {

    private static final String CANCELLED =
            "{\"change\":\"CANCELLED\",\"clinicId\":\"c-1\",\"appointmentId\":\"a-1\",%s}";
    private static final String REQUESTED =
            "{\"messageId\":\"m-1\",\"kind\":\"document-signed\",\"clinicId\":\"c-1\",%s,"
                    + "\"patient\":{\"patientId\":\"p-1\",\"firstName\":\"Ana\"},"
                    + "\"requestedAt\":\"2030-03-05T10:00:00Z\","
                    + "\"sendBefore\":\"2030-03-05T18:00:00Z\"}";

    @Test
    void the_largest_version_that_every_json_reader_keeps_is_read() {
        assertThat(
                        read(
                                AppointmentChanged.class,
                                Topics.APPOINTMENT_CHANGED,
                                CANCELLED.formatted("\"version\":9007199254740991")))
                .isInstanceOf(Reading.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "version":1,"Ana Ficticia":"\\ud800"                             | ''
                    "version":1,"ana":{"version":"\\ud800"}                          | ''
                    "version":1,"patient":{"patientId":"p","Ana":"\\ud800"}          | patient
                    "version":1,"patient":{"patientId":"p","firstName":"\\ud800"}    | patient.firstName
                    """)
    void a_name_that_a_sender_made_up_is_not_repeated(String fields, String place) {
        assertThat(
                        read(
                                AppointmentChanged.class,
                                Topics.APPOINTMENT_CHANGED,
                                CANCELLED.formatted(fields)))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, place));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"Ana Ficticia":"x"}
                    {"anaficticia":7}
                    """)
    void neither_is_the_name_of_a_variable(String variables) {
        assertThat(
                        read(
                                MessageRequested.class,
                                Topics.MESSAGE_REQUESTED,
                                REQUESTED.formatted("\"variables\":" + variables)))
                .isEqualTo(new Reading.Rejected<>(Cause.SCHEMA_INVALID, "variables"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678Z", "12.345.678-z", "X1234567L"})
    void a_message_for_somebody_who_is_named_by_a_national_id_is_refused(String id) {
        assertThat(
                        read(
                                MessageRequested.class,
                                Topics.MESSAGE_REQUESTED,
                                REQUESTED
                                        .formatted("\"variables\":{}")
                                        .replace("\"p-1\"", "\"" + id + "\"")))
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        rejected -> assertThat(rejected.field()).isEqualTo("patient.patientId"));
    }

    private static <T extends Event> Reading<T> read(Class<T> kind, String topic, String json) {
        var headers =
                Publication.of(Samples.all().get(topic), "/clinni/test", Instant.EPOCH).headers();
        return new EventReader<>(kind, topic).read(headers, json.getBytes(UTF_8));
    }
}
