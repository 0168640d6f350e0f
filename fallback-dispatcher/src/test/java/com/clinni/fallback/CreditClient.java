package com.clinni.fallback;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** A clinic's prepaid SMS, over HTTP. */
public final class CreditClient {

    private CreditClient() {}

    public static void topUp(String clinicId, int segments) {
        given().contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "segments",
                                segments,
                                "reference",
                                "invoice-" + clinicId,
                                "reason",
                                "invoice paid"))
                .post("/clinics/{id}/sms-credit/top-ups", clinicId)
                .then()
                .statusCode(200);
    }

    public static JsonPath of(String clinicId) {
        return given().get("/clinics/{id}/sms-credit", clinicId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
