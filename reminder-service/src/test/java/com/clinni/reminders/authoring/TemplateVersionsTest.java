package com.clinni.reminders.authoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A clinic's texts in versions, and back to earlier ones. */
@QuarkusTest
class TemplateVersionsTest extends TemplateScenario {

    @Test
    void who_wrote_nothing_has_the_texts_of_the_house_as_version_0() {
        tellOf(clinic);
        get("ca")
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(0))
                .body("whatsapp", containsString("Li recordem la seva cita"))
                .body("whatsappClosing", containsString("missatge automàtic"))
                .body("warnings", empty())
                .body("savedAt", nullValue());
    }

    @Test
    void the_first_save_creates_and_the_next_ones_make_versions() {
        put(Map.of("whatsapp", OWN))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("sms", containsString("li recordem la cita"));
        put(Map.of("whatsapp", OWN + " Gràcies.")).statusCode(200).body("version", equalTo(2));

        get("ca").body("whatsapp", equalTo(OWN + " Gràcies.")).body("version", equalTo(2));
        get("es").body("version", equalTo(0));
    }

    @Test
    void saving_the_same_again_changes_nothing() {
        put(Map.of("whatsapp", OWN)).statusCode(201);

        put(Map.of("whatsapp", OWN)).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void what_was_answered_can_be_sent_back() {
        put(Map.of("whatsapp", OWN));
        var answer = get("ca").extract().asString();

        request().body(answer).put(path("ca")).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void an_earlier_version_and_the_house_s_text_can_be_brought_back() {
        put(Map.of("whatsapp", OWN));
        put(Map.of("whatsapp", OWN + " Nou."));

        restore(1)
                .statusCode(200)
                .body("version", equalTo(3))
                .body("restoredFrom", equalTo(1))
                .body("whatsapp", equalTo(OWN));
        restore(0)
                .statusCode(200)
                .body("version", equalTo(4))
                .body("restoredFrom", equalTo(0))
                .body("whatsapp", containsString("Li recordem"));
        restore(17).statusCode(404).body("code", equalTo("VERSION_UNKNOWN"));
        list().body(
                        "find { it.kind == 'reminder' && it.language == 'ca' }.history.version",
                        contains(4, 3, 2, 1));
    }

    @Test
    void a_list_shows_every_kind_and_language() {
        tellOf(clinic);
        list().statusCode(200)
                .body("size()", equalTo(20))
                .body("version", not(hasItem(1)))
                .body("kind", hasItem("document-signed"));
    }

    @Test
    void one_clinic_sees_nothing_of_another() {
        tellOf("other-" + clinic);
        put(Map.of("whatsapp", OWN)).statusCode(201);

        given().get("/clinics/other-" + clinic + "/templates/reminder/ca")
                .then()
                .body("version", equalTo(0));
    }
}
