package com.clinni.appointments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A clinic of its own for each test, and what people do there by HTTP. */
public final class TestClinics {

    public static final String SLOT = "2027-03-10T16:30:00+01:00";

    private TestClinics() {}

    public static String fresh(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    /** A clinic in Madrid that reminds by e-mail 24 hours before, at any hour, and what is said. */
    public static String clinic(String... settings) {
        var id = fresh("clinic");
        put(id, settings).then().statusCode(201);
        return id;
    }

    /** Settings are pairs of a field and its JSON. */
    public static Response put(String clinicId, String... settings) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "\"Clínica Prado\"");
        fields.put("phone", "\"910000000\"");
        fields.put("quietHours", "null");
        for (var i = 0; i < settings.length; i += 2) {
            fields.put(settings[i], settings[i + 1]);
        }
        var body =
                fields.entrySet().stream()
                        .map(field -> "\"%s\":%s".formatted(field.getKey(), field.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
        return putBody(clinicId, body);
    }

    public static Response putBody(String clinicId, String json) {
        return given().contentType(ContentType.JSON).body(json).put("/clinics/{id}", clinicId);
    }

    public static String booking(String appointmentId, String startsAt) {
        return """
        {"appointmentId":"%s","startsAt":"%s","durationMinutes":30,
         "patient":{"patientId":"p-1","firstName":"Ana","phone":"600 000 123",
                    "email":"ana@example.com"}}
        """
                .formatted(appointmentId, startsAt);
    }

    public static Response post(String clinicId, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/clinics/{id}/appointments", clinicId);
    }

    /** Books a visit and returns its id. */
    public static String book(String clinicId, String startsAt) {
        var id = fresh("visit");
        post(clinicId, booking(id, startsAt)).then().statusCode(201);
        return id;
    }

    public static Response move(String appointmentId, String startsAt) {
        return given().contentType(ContentType.JSON)
                .body("{\"startsAt\":\"%s\"}".formatted(startsAt))
                .put(address(appointmentId) + "/start");
    }

    public static Response cancel(String appointmentId) {
        return given().delete(address(appointmentId));
    }

    public static Response timeline(String appointmentId) {
        return given().get(address(appointmentId) + "/reminders");
    }

    /** Where a visit is spoken of whose id one clinic uses; at a new clinic if none does. */
    public static String address(String appointmentId) {
        return address(clinicOf(appointmentId), appointmentId);
    }

    /** Where a visit of a clinic is spoken of. */
    public static String address(String clinicId, String appointmentId) {
        return "/clinics/%s/appointments/%s".formatted(clinicId, appointmentId);
    }

    private static String clinicOf(String appointmentId) {
        var clinics =
                Arc.container()
                        .instance(TestDatabase.class)
                        .get()
                        .query(
                                "SELECT clinic_id FROM appointment WHERE appointment_id = ?",
                                row -> row.getString("clinic_id"),
                                appointmentId);
        assertThat(clinics).as("clinics that have %s", appointmentId).hasSizeLessThan(2);
        return clinics.isEmpty() ? clinic() : clinics.getFirst();
    }
}
