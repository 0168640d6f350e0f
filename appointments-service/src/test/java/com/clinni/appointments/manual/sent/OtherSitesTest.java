package com.clinni.appointments.manual.sent;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.timeline;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import com.clinni.appointments.manual.link.FakeReminderService;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of another site makes somebody's browser press a button. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(value = FakeReminderService.class, scope = TestResourceScope.GLOBAL)
class OtherSitesTest {

    @Inject MutableClock clock;

    private String clinic;
    private String visit;

    @BeforeEach
    void a_visit_on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
        clinic = clinic();
        visit = book(clinic, SLOT);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin,         https://elsewhere.example",
        "Origin,         http://localhost:1",
        "Origin,         null",
        "Referer,        https://elsewhere.example/page?of=localhost",
        "Referer,        'not a: page'",
    })
    void another_sites_form_presses_nothing(String header, String value) {
        refused(form(given().header(header, value)));
    }

    @Test
    void a_form_that_does_not_say_where_it_came_from_presses_nothing() {
        refused(form(given()));
    }

    @Test
    void what_the_browser_itself_says_goes_before_the_page_that_is_named() {
        refused(form(given().header("Sec-Fetch-Site", "cross-site").header("Origin", here())));
        refused(form(given().header("Origin", "null").header("Referer", here() + "/")));
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, same-origin", "Origin, ''", "Referer, /clinics/x/day?lang=es"})
    void the_pages_own_form_works_in_browsers_old_and_new(String header, String value) {
        var said = header.startsWith("Sec") ? value : here() + value;

        form(given().header(header, said)).statusCode(303);

        timeline(visit).then().body("state", contains("SENT_BY_HAND"));
    }

    @Test
    void a_program_that_says_nothing_of_pages_is_served() {
        json(given().contentType(ContentType.JSON)).statusCode(200);

        timeline(visit).then().body("state", contains("SENT_BY_HAND"));
    }

    @Test
    void a_page_elsewhere_cannot_pass_itself_off_as_a_program() {
        refused(json(given().noContentType().header("Sec-Fetch-Site", "cross-site")));
        refused(json(given().noContentType().header("Origin", "https://elsewhere.example")));
    }

    private void refused(ValidatableResponse answer) {
        answer.statusCode(403)
                .contentType(startsWith("application/problem+json"))
                .body("code", oneOf("CROSS_SITE", "OTHER_ORIGIN"));
        timeline(visit).then().body("state", contains("SCHEDULED"));
    }

    private ValidatableResponse form(RequestSpecification request) {
        return request.redirects()
                .follow(false)
                .formParam("date", "2027-03-10")
                .formParam("sent", visit)
                .post("/clinics/{id}/day", clinic)
                .then();
    }

    private ValidatableResponse json(RequestSpecification request) {
        return request.body("{}".getBytes(StandardCharsets.UTF_8))
                .post(address(visit) + "/sent-by-hand")
                .then();
    }

    private static String here() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
