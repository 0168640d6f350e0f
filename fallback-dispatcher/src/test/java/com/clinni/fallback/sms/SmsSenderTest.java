package com.clinni.fallback.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SmsSenderTest extends ServiceTest {

    private final String clinic = "clinica-" + UUID.randomUUID();

    @Test
    void a_clinic_without_a_name_of_its_own_sends_as_clinni() {
        given().get("/clinics/{id}/sms-sender", clinic)
                .then()
                .statusCode(200)
                .body("alias", nullValue())
                .body("state", equalTo("UNREGISTERED"))
                .body("shownAs", equalTo("Clinni"));

        assertThat(senderOf(sent())).isEqualTo("Clinni");
    }

    @Test
    void a_name_is_shown_only_while_it_is_registered() {
        SimulatedProviders.sms().senders().register(List.of("Clinni", "ClinicaSol"));
        put("\"ClinicaSol\"", "\"REQUESTED\"")
                .statusCode(200)
                .body("alias", equalTo("ClinicaSol"))
                .body("shownAs", equalTo("Clinni"));
        assertThat(senderOf(sent())).isEqualTo("Clinni");

        put("\"ClinicaSol\"", "\"REGISTERED\"").body("shownAs", equalTo("ClinicaSol"));
        assertThat(senderOf(sent())).isEqualTo("ClinicaSol");

        put("null", "null").statusCode(200).body("alias", nullValue());
        assertThat(senderOf(sent())).isEqualTo("Clinni");
    }

    @Test
    void a_name_that_the_operators_do_not_know_is_blocked_costs_nothing_and_email_takes_over() {
        put("\"ClinicaSol\"", "\"REGISTERED\"").statusCode(200);
        CreditClient.topUp(clinic, 1);
        var id = died(message().build(), Cause.LINE_DOWN);

        loop.sendSms();
        becomes(id, DeliveryState.RECEIVED);
        loop.sendSms();
        assertThat(row(id))
                .containsEntry("channel", "EMAIL")
                .containsEntry("sms_failed", "SMS_SENDER_BLOCKED");
        assertThat(SimulatedProviders.smsAbout(id)).isEmpty();
        assertThat(CreditClient.of(clinic).getInt("available")).isEqualTo(1);

        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ClinicaLaSol\"|null|422|INVALID|alias",
                "\"Clínica\"|null|422|INVALID|alias",
                "\"600000123\"|null|422|INVALID|alias",
                "\"+34600\"|null|422|INVALID|alias",
                "\" Sol\"|null|422|INVALID|alias",
                "\"Sol \"|null|422|INVALID|alias",
                "\"Sol-Mar\"|null|422|INVALID|alias",
                "\"\"|null|422|INVALID|alias",
                "\"Sol\\nMar\"|null|422|INVALID|alias",
                "null|\"REGISTERED\"|422|NEEDS_ALIAS|state"
            })
    void what_operators_would_not_take_is_refused(
            String alias, String state, int status, String code, String field) {
        put(alias, state)
                .statusCode(status)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @Test
    void a_state_that_does_not_exist_is_refused_and_every_change_is_audited() {
        put("\"Sol 24h\"", "\"PERHAPS\"").statusCode(422);
        put("\"Sol 24h\"", "\"REQUESTED\"").statusCode(200);

        given().get("/audit")
                .then()
                .body("items[0].action", equalTo("SMS_SENDER_SAVED"))
                .body("items[0].clinicId", equalTo(clinic));
    }

    private UUID sent() {
        CreditClient.topUp(clinic, 3);
        var id = died(message().build(), Cause.LINE_DOWN);
        loop.sendSms();
        becomes(id, DeliveryState.ACCEPTED);
        return id;
    }

    private TestMessage message() {
        return TestMessage.message().clinic(clinic).fallback(Fallback.SMS);
    }

    private static String senderOf(UUID id) {
        return SimulatedProviders.smsAbout(id).getFirst().from();
    }

    private ValidatableResponse put(String alias, String state) {
        return given().contentType(ContentType.JSON)
                .body("{\"alias\":%s,\"state\":%s}".formatted(alias, state))
                .put("/clinics/{id}/sms-sender", clinic)
                .then();
    }
}
