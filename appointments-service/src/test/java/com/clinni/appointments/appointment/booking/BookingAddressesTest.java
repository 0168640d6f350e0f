package com.clinni.appointments.appointment.booking;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.appointments.TestClinics;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones and e-mail addresses of a booking as clinics write them. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class BookingAddressesTest {

    @Inject MutableClock clock;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "803 123 456",
                "+34905123456",
                "+34600000123;ext=1",
                "tel:+34600000123",
                "600000123 600000124",
                "120363@g.us",
                "status@broadcast",
                "600' OR 1=1",
                "abc"
            })
    void text_that_is_no_phone_is_unprocessable_where_there_is_no_other_address(String phone) {
        var answer = post(clinic(), booking(phone, "")).then();

        answer.statusCode(422)
                .body("code", equalTo("PHONE_INVALID"))
                .body("field", equalTo("patient.phone"));
        assertThat(answer.extract().asString()).doesNotContain("123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a@b.es\\r\\nBcc: x@y.es",
                "\\\"x\\\\r\\\\nRCPT TO:<y>\\\"@b.es",
                "Name <a@b.es>",
                "a@b.es,c@d.es"
            })
    void text_that_is_no_address_is_unprocessable_where_there_is_no_mobile(String email) {
        post(clinic(), booking("910 000 012", email))
                .then()
                .statusCode(422)
                .body("code", equalTo("EMAIL_INVALID"))
                .body("field", equalTo("patient.email"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+34 600 000 123",
                "0034600000123",
                "600000123",
                "٦٠٠٠٠٠١٢٣",
                "910000012",
                "600\\u200b000\\u00a0123",
                "\\u202a600\\u2011000\\u2009123\\u202c\\ufe0f"
            })
    void a_number_however_written_is_taken_landlines_too(String phone) {
        post(clinic(), booking(phone, "ana@example.com")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no lo sé    | ana@example.com | PHONE_INVALID | patient.phone",
                "910 000 012 | ana@example.com | NOT_MOBILE    | patient.phone",
                "600 000 123 | a@b             | EMAIL_INVALID | patient.email",
            })
    void a_bad_address_beside_a_good_one_is_booked_with_a_warning(
            String phone, String email, String code, String field) {
        var clinic = clinic();
        var answer = post(clinic, booking(phone, email)).then();

        answer.statusCode(201)
                .body("reminders", hasSize(1))
                .body("warnings", hasSize(1))
                .body("warnings[0].code", equalTo(code))
                .body("warnings[0].field", equalTo(field));
        assertThat(answer.extract().asString()).doesNotContain(phone, email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\\u0000", "\\ud800"})
    void an_address_that_cannot_even_be_kept_is_unprocessable(String phone) {
        for (var unfit : List.of(phone, "x".repeat(321))) {
            post(clinic(), booking(unfit, "ana@example.com"))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("PHONE_INVALID"));
        }
    }

    @Test
    void no_address_at_all_is_accepted() {
        post(
                        clinic(),
                        """
                        {"startsAt":"%s","durationMinutes":null,
                         "patient":{"patientId":"p","firstName":"Ana","phone":null}}
                        """
                                .formatted(SLOT))
                .then()
                .statusCode(201)
                .body("reminders", hasSize(1));
    }

    private static String booking(String phone, String email) {
        return TestClinics.booking(fresh("v"), SLOT)
                .replace("600 000 123", phone)
                .replace("ana@example.com", email);
    }
}
