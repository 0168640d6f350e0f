package com.clinni.whatsapp.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.events.DeliveryState;
import com.clinni.events.PatientErased;
import com.clinni.events.Topics;
import com.clinni.platform.erasure.ErasureLoop;
import com.clinni.platform.erasure.Erasures;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.inbound.InboundSteps;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class ErasureTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject Erasures erasures;
    @Inject ErasureLoop loop;
    @Inject OldOptOutLoop oldOptOuts;
    @Inject InboundSteps inbound;
    private final DataSource database = DatabaseAdmin.dataSource();
    Phones phones;
    private String phone;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
        phone = scene.phoneOn("default");
    }

    @Test
    void all_that_is_known_of_the_patient_goes_from_every_table_and_the_state_stays()
            throws Exception {
        var sent = due();
        scene.arrives(sent);
        scene.round();
        inbound.hear(phone, "Canto de canario");
        scene.reply();
        var waiting = due();
        scene.arrives(waiting);
        assertThat(CanarySearch.find(database, canaries())).isNotEmpty();

        erase();

        assertThat(CanarySearch.find(database, canaries())).isEmpty();
        assertThat(scene.stateOf(sent)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(scene.stateOf(waiting)).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(scene.reportsOf(waiting).getLast().detail()).isEqualTo("erased");
        assertThat(told()).hasSize(1);
    }

    @Test
    void what_is_under_way_is_let_end_and_told_only_then() throws Exception {
        var sending = due();
        scene.arrives(sending);
        scene.update("UPDATE message SET state = 'SENDING', lease_until = 'infinity'");

        erase();
        assertThat(told()).isEmpty();
        assertThat(scene.one("SELECT phone FROM message")).isEqualTo(phone);

        scene.update("UPDATE message SET state = 'ACCEPTED', accepted_at = now()");
        loop.erase();
        loop.erase();
        assertThat(told()).hasSize(1);
        assertThat(CanarySearch.find(database, canaries())).isEmpty();
    }

    @Test
    void a_message_from_before_that_comes_late_is_withdrawn_and_leaves_nothing() throws Exception {
        var late = due();
        clock.advance(A_MINUTE);
        erase();

        scene.arrives(late);
        scene.round();

        assertThat(scene.stateOf(late)).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(CanarySearch.find(database, canaries())).isEmpty();
        assertThat(phones.ofDefault().received()).noneMatch(each -> each.to().equals(phone));
    }

    @Test
    void who_books_again_is_written_to() throws Exception {
        erase();
        clock.advance(A_MINUTE);
        var later = due();
        scene.arrives(later);
        scene.round();

        assertThat(scene.stateOf(later)).isEqualTo(DeliveryState.ACCEPTED);
        loop.erase();
        assertThat(scene.one("SELECT phone FROM message")).isEqualTo(phone);
    }

    @Test
    void another_patient_of_the_clinic_is_left_alone() {
        scene.arrives(due());
        scene.update("UPDATE message SET patient_id = 'another'");

        erase();

        assertThat(scene.one("SELECT phone FROM message")).isEqualTo(phone);
    }

    @Test
    void a_no_outlives_the_erasure_and_holds_when_the_number_comes_again() throws Exception {
        scene.arrives(due());
        scene.round();
        inbound.hear(phone, "BAJA");
        scene.reply();

        erase();
        assertThat(CanarySearch.find(database, canaries())).isEmpty();
        clock.advance(A_MINUTE);
        var again = due();
        scene.arrives(again);
        scene.round();

        assertThat(scene.stateOf(again)).isEqualTo(DeliveryState.SUPPRESSED);
    }

    @Test
    void an_old_no_stands_by_a_digest_and_what_waits_finds_it() throws Exception {
        scene.update(
                "INSERT INTO opt_out (line, phone, since) VALUES ('default', ?, '2030-01-01')",
                phone);
        oldOptOuts.digestOldOptOuts();
        assertThat(scene.one("SELECT phone FROM opt_out")).doesNotContain(phone);

        var message = due();
        scene.arrives(message);
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(DeliveryState.SUPPRESSED);
    }

    @Test
    void all_of_it_is_told_for_an_export_before() throws Exception {
        scene.arrives(due());
        scene.round();
        inbound.hear(phone, "Canto de canario");

        given().get("/clinics/clinic-1/patients/patient-1/data")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("find { it.table == 'message' }.rows[0].columns.phone", equalTo(phone))
                .body(
                        "find { it.table == 'message' }.rows[0].columns.record",
                        containsString("ana@example.test"))
                .body("find { it.table == 'contact' }.rows", hasSize(1))
                .body("find { it.table == 'inbound' }.rows", hasSize(1));
    }

    @Test
    void asked_twice_it_is_told_once() {
        var order = order();
        erasures.ask(List.of(order));
        loop.erase();
        erasures.ask(List.of(order));
        loop.erase();

        assertThat(told()).hasSize(1);
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(phone);
    }

    private void erase() {
        erasures.ask(List.of(order()));
        loop.erase();
        loop.erase();
        forgetTheOutbox();
    }

    private PatientErased order() {
        return new PatientErased(
                UUID.randomUUID(), "clinic-1", "patient-1", clock.instant(), List.of(), List.of());
    }

    /** As its relay does within a second; what it told of erasures stays to be looked at. */
    private void forgetTheOutbox() {
        scene.update(
                "DELETE FROM outbox WHERE topic NOT IN (?, ?)",
                Topics.PATIENT_ERASURE_REPORTED,
                Topics.DELIVERY_REPORTED);
    }

    private List<ServiceDriver.Sent> told() {
        return scene.outbox().stream()
                .filter(sent -> sent.publication().topic().equals(Topics.PATIENT_ERASURE_REPORTED))
                .toList();
    }

    private String[] canaries() {
        return CanarySearch.spellings(
                phone, TestMessage.TEXT, "ana@example.test", "Canto de canario");
    }
}
