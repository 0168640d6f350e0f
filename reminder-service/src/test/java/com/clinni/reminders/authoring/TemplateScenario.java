package com.clinni.reminders.authoring;

import static io.restassured.RestAssured.given;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** A clinic of its own for each test, and what it does with its texts over HTTP. */
@WithTestResource(KafkaAndPostgres.class)
abstract class TemplateScenario {

    static final String OWN = "Vine el {date} a les {time} a {clinic}.";

    final String clinic = "c-" + UUID.randomUUID();

    @Inject DataSource database;

    /** A clinic is known by its profile, whatever that says, or by its own texts. */
    void tellOf(String clinicId) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO clinic_profile VALUES (?, 0, '')")) {
            insert.setString(1, clinicId);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError("the clinic was not stored", e);
        }
    }

    ValidatableResponse put(Map<String, ?> body) {
        return request().body(body).put(path("ca")).then();
    }

    ValidatableResponse restore(int version) {
        return request().body(Map.of("version", version)).post(path("ca") + "/restore").then();
    }

    ValidatableResponse get(String language) {
        return request().get(path(language)).then();
    }

    ValidatableResponse list() {
        return request().get("/clinics/" + clinic + "/templates").then();
    }

    static RequestSpecification request() {
        return given().contentType(ContentType.JSON);
    }

    String path(String language) {
        return "/clinics/" + clinic + "/templates/reminder/" + language;
    }
}
