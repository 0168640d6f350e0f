package com.clinni.reminders.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.events.EventReader;
import com.clinni.events.MessageRequested;
import com.clinni.events.Patient;
import com.clinni.events.PatientErased;
import com.clinni.events.PatientErasureReported;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.platform.erasure.ErasureLoop;
import com.clinni.reminders.RequestPublisher;
import com.clinni.reminders.TopicLog;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that is ever kept here of a patient is a request that waits for its clinic. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ErasureTest {

    private static final String ERASED = "p-erased";
    private static final String OTHER = "p-other";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject MutableClock clock;
    @Inject ErasureLoop loop;

    private final DataSource database = DatabaseAdmin.dataSource();
    private final String phone = phone();
    private final String neighbour = phone();
    private final String namesake = phone();
    private RequestPublisher others;
    private TopicLog reports;

    @BeforeEach
    void open() {
        clock.set(RequestPublisher.THEN.toString());
        others = new RequestPublisher(brokers);
        reports = new TopicLog(brokers, Topics.PATIENT_ERASURE_REPORTED);
    }

    @AfterEach
    void close() {
        reports.close();
        others.close();
    }

    @Test
    void what_waits_of_the_patient_goes_from_every_table_and_the_rest_stays() {
        others.send(request(others.clinicId, ERASED, phone));
        others.send(request(others.clinicId, OTHER, neighbour));
        others.send(request(others.clinicId + "-two", ERASED, namesake));
        await().until(() -> stands(phone) && stands(neighbour) && stands(namesake));

        var order = erase(ERASED);

        awaitReportOf(order);
        assertThat(CanarySearch.find(database, phone)).isEmpty();
        assertThat(stands(neighbour)).isTrue();
        assertThat(stands(namesake)).isTrue();
    }

    @Test
    void an_erasure_of_somebody_who_is_not_known_here_is_reported_as_done() {
        awaitReportOf(erase("p-nobody"));
    }

    @Test
    void asked_twice_it_is_told_with_the_same_id() {
        var order = order(ERASED);
        others.send(order);
        awaitReportOf(order);
        others.send(order);
        var second = erase("p-second");
        awaitReportOf(second);

        assertThat(reportsOf(order)).allMatch(each -> each.equals(reportsOf(order).getFirst()));
    }

    @Test
    void all_of_it_is_told_for_an_export_before_and_nothing_after() {
        others.send(request(others.clinicId, ERASED, phone));
        others.send(request(others.clinicId, OTHER, neighbour));
        await().until(() -> stands(phone) && stands(neighbour));

        given().get("/clinics/{c}/patients/{p}/data", others.clinicId, ERASED)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("[0].table", equalTo("waiting_request"))
                .body("[0].rows", hasSize(1))
                .body("[0].rows[0].columns.record", containsString(phone));

        awaitReportOf(erase(ERASED));

        given().get("/clinics/{c}/patients/{p}/data", others.clinicId, ERASED)
                .then()
                .statusCode(200)
                .body("[0].rows", empty());
    }

    @Test
    void another_clinics_patient_of_the_same_id_is_in_no_export() {
        others.send(request(others.clinicId, ERASED, phone));
        await().until(() -> stands(phone));

        given().get("/clinics/{c}/patients/{p}/data", others.clinicId + "-two", ERASED)
                .then()
                .statusCode(200)
                .body("[0].rows", empty());
    }

    private PatientErased erase(String patientId) {
        var order = order(patientId);
        others.send(order);
        return order;
    }

    private PatientErased order(String patientId) {
        return new PatientErased(
                UUID.randomUUID(),
                others.clinicId,
                patientId,
                clock.instant(),
                List.of(),
                List.of());
    }

    private MessageRequested request(String clinicId, String patientId, String phone) {
        return new MessageRequested(
                "m-" + UUID.randomUUID(),
                "document-signed",
                clinicId,
                new Patient(
                        patientId, "Ana" + phone, phone, phone + "@example.test", null, List.of()),
                RequestPublisher.THEN,
                Map.of(),
                RequestPublisher.THEN,
                RequestPublisher.THEN.plus(Duration.ofHours(4)));
    }

    private boolean stands(String word) {
        return !CanarySearch.find(database, word).isEmpty();
    }

    private void awaitReportOf(PatientErased order) {
        await().until(
                        () -> {
                            loop.erase();
                            return !reportsOf(order).isEmpty();
                        });
    }

    private List<PatientErasureReported> reportsOf(PatientErased order) {
        return reports.all().stream()
                .map(record -> reader().read(record.headers(), record.value()))
                .map(read -> ((Reading.Read<PatientErasureReported>) read).event())
                .filter(report -> report.erasureId().equals(order.erasureId()))
                .toList();
    }

    private static EventReader<PatientErasureReported> reader() {
        return new EventReader<>(PatientErasureReported.class, Topics.PATIENT_ERASURE_REPORTED);
    }

    /** A number of nobody's, in this test only; the name and the address have it in them too. */
    private static String phone() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(600_000_000, 700_000_000));
    }
}
