package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.EXPIRED;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Fallback;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.line.LineMonitor;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class HandoverTest {

    @Inject LineMonitor monitor;
    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofSecond().mode(Mode.OK);
        scene.begin();
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    @Test
    void
            a_gateway_that_refuses_connections_makes_the_line_down_at_the_second_look_and_able_at_the_first_good_one()
                    throws Exception {
        phones.ofDefault().mode(Mode.DOWN);
        monitor.lookAtLines();
        assertThat(stateOfLine("default")).isEqualTo("ABLE");
        clock.advance(Duration.ofSeconds(3));
        monitor.lookAtLines();
        assertThat(stateOfLine("default")).isEqualTo("DOWN");
        assertThat(stateOfLine("second")).isEqualTo("ABLE");

        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(3));
        monitor.lookAtLines();
        assertThat(stateOfLine("default")).isEqualTo("ABLE");
        assertThat(scene.one("SELECT ended_at - began_at FROM outage WHERE line = 'default'"))
                .isEqualTo("00:00:03");
    }

    @Test
    void a_lost_session_makes_the_line_down_at_once() throws Exception {
        phones.ofDefault().mode(Mode.SESSION_LOST);
        monitor.lookAtLines();
        assertThat(stateOfLine("default")).isEqualTo("DOWN");
    }

    @Test
    void a_message_that_a_working_line_keeps_refusing_falls_back_while_there_is_time()
            throws Exception {
        var message = due().fallback(Fallback.EMAIL, Duration.ZERO);
        var untried = due().fallback(Fallback.EMAIL, Duration.ZERO);
        scene.arrives(message);
        scene.prepare();
        phones.ofDefault().mode(Mode.RATE_LIMITED);
        scene.dispatch();
        phones.ofDefault().mode(Mode.OK);
        scene.arrives(untried);
        clock.advance(Duration.ofHours(23).minusMinutes(10).minusSeconds(1));
        scene.handOver();
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);

        clock.advance(Duration.ofSeconds(1));
        scene.handOver();

        assertThat(scene.reportsOf(message).getLast())
                .returns(DEAD, report -> report.state())
                .returns(Cause.RATE_LIMITED, report -> report.cause());
        assertThat(scene.stateOf(untried)).isEqualTo(WAITING);
    }

    @Test
    void with_the_line_down_a_message_falls_back_after_what_its_clinic_allows() throws Exception {
        var patient = due().fallback(Fallback.EMAIL, Duration.ofMinutes(15));
        var hasty = due().fallback(Fallback.SMS, Duration.ZERO);
        var stoic = due().fallback(Fallback.NONE, Duration.ZERO);
        scene.arrives(patient, hasty, stoic);
        lineGoesDown();
        scene.round();
        scene.handOver();

        assertThat(scene.stateOf(hasty)).isEqualTo(DEAD);
        assertThat(scene.reportsOf(hasty).getLast().cause()).isEqualTo(Cause.GATEWAY_UNREACHABLE);
        assertThat(scene.stateOf(patient)).isEqualTo(WAITING);

        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        scene.handOver();
        assertThat(scene.stateOf(patient)).isEqualTo(WAITING);
        clock.advance(Duration.ofSeconds(1));
        scene.handOver();

        assertThat(scene.stateOf(patient)).isEqualTo(DEAD);
        assertThat(scene.stateOf(stoic)).isEqualTo(WAITING);
        assertThat(scene.deadLetters()).hasSize(2);
    }

    @Test
    void what_nobody_wants_replaced_goes_out_if_the_line_is_back_in_time_and_else_expires()
            throws Exception {
        var inTime = due().fallback(Fallback.NONE, Duration.ZERO);
        var late =
                due().fallback(Fallback.NONE, Duration.ZERO)
                        .sendBefore(clock.instant().plusSeconds(60));
        scene.arrives(inTime, late);
        lineGoesDown();
        clock.advance(Duration.ofMinutes(2));
        scene.handOver();
        phones.ofDefault().mode(Mode.OK);
        monitor.lookAtLines();
        scene.round();

        assertThat(scene.stateOf(inTime)).isEqualTo(ACCEPTED);
        assertThat(scene.reportedOf(late)).containsExactly(WAITING, EXPIRED);
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void with_the_line_down_the_last_call_is_ten_minutes_before_send_before() throws Exception {
        var message =
                due().fallback(Fallback.EMAIL, Duration.ofHours(5))
                        .sendBefore(clock.instant().plus(Duration.ofMinutes(30)));
        scene.arrives(message);
        lineGoesDown();
        clock.advance(Duration.ofMinutes(19));
        scene.handOver();
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);
        clock.advance(Duration.ofMinutes(1));
        scene.handOver();

        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
    }

    @Test
    void a_pause_counts_as_an_outage_unless_its_person_says_wait() {
        var message = due().fallback(Fallback.EMAIL, Duration.ofMinutes(1));
        scene.arrives(message);
        pause("{\"reason\":\"new phone\",\"waiting\":\"WAIT\"}");
        clock.advance(Duration.ofMinutes(5));
        scene.handOver();
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);

        resume();
        pause("{\"reason\":\"about to be banned\"}");
        clock.advance(Duration.ofMinutes(1));
        scene.handOver();
        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
        assertThat(scene.reportsOf(message).getLast().cause()).isEqualTo(Cause.LINE_DOWN);
    }

    @Test
    void nothing_is_sent_while_paused_and_all_of_it_after() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        pause("{\"reason\":\"look first\",\"waiting\":\"WAIT\"}");
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);
        resume();
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    private void lineGoesDown() throws InterruptedException {
        phones.ofDefault().mode(Mode.DOWN);
        monitor.lookAtLines();
        monitor.lookAtLines();
    }

    private static void pause(String body) {
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/lines/default/pause")
                .then()
                .statusCode(200);
    }

    private static void resume() {
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("reason", "go on"))
                .post("/lines/default/resume")
                .then()
                .statusCode(200);
    }

    private String stateOfLine(String line) {
        return scene.one("SELECT state FROM line WHERE name = ?", line);
    }
}
