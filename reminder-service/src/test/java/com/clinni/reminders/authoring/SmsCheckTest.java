package com.clinni.reminders.authoring;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.clinni.events.SmsAccents;
import com.clinni.reminders.RequestPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** SMS texts that cost more than a clinic wants, told when they are saved. */
@QuarkusTest
class SmsCheckTest extends TemplateScenario {

    private static final String SHORT = "{clinic}: {date}, {time}, {phone}.";

    /** In UCS-2, as it is written, four segments; in GSM-7 two. */
    private static final String LONG = SHORT + " Llegará a tiempo.".repeat(9);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void an_sms_of_more_than_three_segments_is_refused() {
        put(Map.of("sms", LONG))
                .statusCode(422)
                .body("code", equalTo("TOO_MANY_SEGMENTS"))
                .body("field", equalTo("sms"));

        request()
                .body(Map.of("sms", LONG))
                .post(path("ca") + "/preview")
                .then()
                .statusCode(422)
                .body("code", equalTo("TOO_MANY_SEGMENTS"));
    }

    @Test
    void a_clinic_may_allow_itself_more_or_give_up_its_accents() {
        assertSaved(SmsAccents.KEEP, 4, LONG, 201);
        assertSaved(SmsAccents.PLAIN, 3, LONG, 201);
        assertSaved(SmsAccents.PLAIN, 1, LONG, 422);
    }

    @Test
    void a_character_outside_gsm_7_is_named() {
        put(Map.of("sms", SHORT + " Está en la plaça. Llegará. 🙂"))
                .statusCode(201)
                .body("warnings.code", contains("NOT_IN_GSM_7"))
                .body("warnings[0].field", equalTo("sms"))
                .body("warnings[0].word", equalTo("á ç 🙂"))
                .body("warnings[0].line", equalTo(1))
                .body("warnings[0].column", equalTo(SHORT.length() + 5));
    }

    @Test
    void an_sms_in_the_phone_networks_alphabet_is_not_warned_of() {
        put(Map.of("sms", SHORT + " Mañana, ¿viene?")).statusCode(201).body("warnings", empty());
    }

    @Test
    void letters_written_as_two_characters_are_saved_as_one() {
        put(Map.of("sms", SHORT + " Cafe\u0301."))
                .statusCode(201)
                .body("sms", equalTo(SHORT + " Café."))
                .body("warnings", empty());
    }

    @Test
    void the_houses_own_sms_is_never_too_long() {
        try (var others = new RequestPublisher(brokers)) {
            others.send(others.clinic(SmsAccents.KEEP, 1));

            await().untilAsserted(() -> putAs(others.clinicId, LONG).statusCode(422));
            request()
                    .body(Map.of("whatsapp", OWN))
                    .put("/clinics/" + others.clinicId + "/templates/reminder/ca")
                    .then()
                    .statusCode(201)
                    .body("warnings.code", not(hasItem("TOO_MANY_SEGMENTS")));
        }
    }

    private void assertSaved(SmsAccents accents, int most, String sms, int status) {
        try (var others = new RequestPublisher(brokers)) {
            others.send(others.clinic(accents, most));

            await().untilAsserted(() -> putAs(others.clinicId, sms).statusCode(status));
        }
    }

    private static ValidatableResponse putAs(String clinicId, String sms) {
        return request()
                .body(Map.of("sms", sms))
                .put("/clinics/" + clinicId + "/templates/reminder/ca")
                .then();
    }
}
