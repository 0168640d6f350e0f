package com.clinni.appointments;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.conformance.EveryRoute;
import com.clinni.testbed.conformance.EveryRoute.Call;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Requests of a caller of one clinic for what is another's, by every route, where nothing but
 * PostgreSQL's policies stands between.
 */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class OtherClinicsRowsTest {

    private static final Logger LOG = Logger.getLogger(OtherClinicsRowsTest.class);
    private static final int CALLS = 1_000;
    private static final String PHONE = "600 918 273";
    private static final String NAME = "Canariela";
    private static final String CLINIC_NAME = "Clínica Canariona";

    @TestHTTPResource URI service;

    @Test
    void a_caller_of_one_clinic_reads_and_changes_nothing_of_another_by_any_route() {
        var alfa = clinic("name", "\"" + CLINIC_NAME + "\"");
        var beta = clinic();
        var visits = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            var visit = fresh("visit");
            post(
                            alfa,
                            booking(visit, SLOT)
                                    .replace("600 000 123", PHONE)
                                    .replace("Ana", NAME)
                                    .replace("p-1", "canary-patient"))
                    .then()
                    .statusCode(201);
            visits.add(visit);
        }
        var before = rowsOf(alfa);
        assertThat(before).hasSizeGreaterThan(6);
        var seed = new Random().nextLong();
        LOG.infof("seed %d", seed);
        var random = new Random(seed);
        var routes = EveryRoute.of(service);
        var ids =
                Map.of(
                        "clinicId", List.of(alfa),
                        "appointmentId", visits,
                        "patientId", List.of("canary-patient"));
        var statuses = new TreeSet<String>();
        for (var called = 0; called < CALLS; ) {
            for (var call : routes.calls(ids, random)) {
                var answer = answer(call, beta, visits, random);
                assertThat(answer.asString())
                        .as("%s, seed %d", call, seed)
                        .doesNotContain(PHONE, NAME, CLINIC_NAME, "canary", "918273");
                statuses.add(call.method() + " " + call.route() + " " + answer.statusCode());
                called++;
            }
        }

        assertThat(rowsOf(alfa)).as("seed %d", seed).isEqualTo(before);
        LOG.info(statuses);
    }

    private Response answer(Call call, String beta, List<String> visits, Random random) {
        var visit = visits.get(random.nextInt(visits.size()));
        var bodies =
                List.of(
                        booking(visit, SLOT),
                        booking(fresh("visit"), SLOT),
                        "{\"startsAt\":\"2027-03-11T10:00:00+01:00\"}",
                        "{\"name\":\"Otra\",\"phone\":\"910000001\"}",
                        "{\"phone\":\"%s\"}".formatted(PHONE),
                        "{\"by\":\"Marta\"}",
                        "{}");
        var request =
                given().urlEncodingEnabled(false)
                        .redirects()
                        .follow(false)
                        .header(NarrowedCaller.HEADER, beta)
                        .queryParam("date", "2027-03-10")
                        .queryParam("from", "2027-03-01")
                        .queryParam("month", "2027-03");
        if (!call.method().equals("GET")) {
            request.contentType("application/json").body(bodies.get(random.nextInt(bodies.size())));
        }
        return request.request(call.method(), call.path());
    }

    /** Every row of a clinic, in every table that has any. */
    private static List<String> rowsOf(String clinic) {
        var rows = new ArrayList<String>();
        var source = DatabaseAdmin.dataSource();
        var database = new TestDatabase(source);
        for (var table :
                database.query(
                        """
                        SELECT attrelid::regclass::text FROM pg_attribute JOIN pg_class t ON t.oid = attrelid
                        WHERE attname = 'clinic_id' AND relkind = 'r' AND relnamespace = 'public'::regnamespace
                            AND relname <> 'access_log'
                        ORDER BY 1
                        """,
                        row -> row.getString(1))) {
            database.query(
                            "SELECT '%1$s ' || t::text FROM %1$s t WHERE clinic_id = ? ORDER BY 1"
                                    .formatted(table),
                            row -> row.getString(1),
                            clinic)
                    .forEach(rows::add);
        }
        return rows;
    }
}
