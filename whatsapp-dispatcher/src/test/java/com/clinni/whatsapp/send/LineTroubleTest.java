package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.line.LineMonitor;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class LineTroubleTest {

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
    void a_429_slows_the_line_down_and_is_no_attempt_of_the_message() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        phones.ofDefault().mode(Mode.RATE_LIMITED);
        scene.dispatch();

        assertThat(scene.stateOf(message)).isEqualTo(WAITING);
        assertThat(scene.reportsOf(message).getLast())
                .returns(Cause.RATE_LIMITED, r -> r.cause())
                .returns(0, r -> r.attempts());
        phones.ofDefault().mode(Mode.OK);
        var other = due();
        scene.arrives(other);
        clock.advance(Duration.ofSeconds(4));
        scene.round();
        assertThat(scene.stateOf(other)).isEqualTo(WAITING);
        clock.advance(Duration.ofSeconds(1));
        scene.round();
        assertThat(scene.stateOf(other)).isEqualTo(ACCEPTED);
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
        assertThat(scene.one("SELECT count(*) FROM outage")).isEqualTo("0");
    }

    @Test
    void sends_that_keep_failing_make_the_line_down_and_one_message_at_a_time_tries_it()
            throws Exception {
        scene.arrives(due(), due(), due());
        scene.prepare();
        phones.ofDefault().mode(Mode.ERROR_503);
        scene.dispatch();
        assertThat(stateOfLine()).isEqualTo("DOWN");

        clock.advance(Duration.ofSeconds(29));
        scene.dispatch();
        assertThat(attempts()).isEqualTo(3);
        clock.advance(Duration.ofSeconds(1));
        scene.dispatch();
        scene.dispatch();
        assertThat(attempts()).isEqualTo(4);

        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(30));
        scene.dispatch();
        assertThat(stateOfLine()).isEqualTo("ABLE");
        clock.advance(Duration.ofSeconds(30));
        scene.dispatch();
        assertThat(scene.one("SELECT count(*) FROM message WHERE state = 'ACCEPTED'"))
                .isEqualTo("3");
    }

    @Test
    void a_session_that_looks_well_does_not_end_a_trouble_of_sends() throws Exception {
        scene.update(
                "UPDATE line SET health = 'DOWN', health_by = 'SEND', health_cause ="
                        + " 'GATEWAY_UNREACHABLE' WHERE name = 'default'");
        monitor.lookAtLines();
        assertThat(stateOfLine()).isEqualTo("DOWN");
    }

    @Test
    void a_line_whose_sends_failed_is_able_again_when_nothing_is_left_to_try_it_with()
            throws Exception {
        scene.update(
                "UPDATE line SET health = 'DOWN', health_by = 'SEND', health_cause ="
                        + " 'GATEWAY_UNREACHABLE', health_since = '"
                        + clock.instant()
                        + "', probe_at = '"
                        + clock.instant()
                        + "' WHERE name = 'default'");
        scene.arrives(due());
        clock.advance(Duration.ofSeconds(30));
        monitor.lookAtLines();
        assertThat(stateOfLine()).isEqualTo("DOWN");

        scene.update("UPDATE message SET state = 'WITHDRAWN'");
        monitor.lookAtLines();
        assertThat(stateOfLine()).isEqualTo("ABLE");
    }

    @Test
    void a_line_whose_sends_failed_is_tried_with_a_message_that_was_never_prepared()
            throws Exception {
        scene.update(
                "UPDATE line SET health = 'DOWN', health_by = 'SEND', health_cause ="
                        + " 'GATEWAY_UNREACHABLE' WHERE name = 'default'");
        scene.arrives(due(), due(), due());
        clock.advance(Duration.ofSeconds(30));
        scene.prepare();
        scene.prepare();
        assertThat(scene.one("SELECT count(client_message_id) FROM message")).isEqualTo("1");

        scene.dispatch();
        assertThat(stateOfLine()).isEqualTo("ABLE");
    }

    @Test
    void a_restriction_stops_the_line_at_once() throws Exception {
        scene.arrives(due());
        scene.prepare();
        phones.ofDefault().behave(new Behaviour(Mode.ERROR_500, null, null, 463));
        scene.dispatch();

        assertThat(stateOfLine()).isEqualTo("RESTRICTED");
        assertThat(scene.one("SELECT cause FROM outage")).isEqualTo("LINE_RESTRICTED");
    }

    @Test
    void one_lines_trouble_does_not_stop_another() throws Exception {
        phones.ofDefault().mode(Mode.DOWN);
        monitor.lookAtLines();
        monitor.lookAtLines();
        var other = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("second"));
        scene.arrives(due(), other);
        scene.round();

        assertThat(scene.stateOf(other)).isEqualTo(ACCEPTED);
    }

    private String stateOfLine() {
        return scene.one("SELECT state FROM line WHERE name = 'default'");
    }

    private int attempts() {
        return Integer.parseInt(scene.one("SELECT sum(attempts) FROM message"));
    }
}
