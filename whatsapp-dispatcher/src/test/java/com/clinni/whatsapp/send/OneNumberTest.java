package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.IN_DOUBT;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.Fallback;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.SimulatedContact;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.StrictBreakerProfile;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.line.LineMonitor;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number that the gateway fails at stands beside others, and never for the line. */
@QuarkusTest
@TestProfile(StrictBreakerProfile.class)
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class OneNumberTest {

    private static final String NO_LID = "no LID found for the number";
    private static final String MARKED_UNREAD =
            "Cannot read properties of undefined (reading 'markedUnread')";
    private static final Duration BETWEEN_VISITS = Duration.ofSeconds(20);

    @Inject LineMonitor monitor;
    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofDefault().contacts(List.of());
        scene.begin();
    }

    @AfterEach
    void everybody_is_well() {
        phones.ofDefault().contacts(List.of());
        phones.ofDefault().mode(Mode.OK);
    }

    @Test
    void two_numbers_that_fail_beside_a_visit_every_20_s_leave_the_line_able() throws Exception {
        var one = due();
        var other = due();
        phones.ofDefault()
                .contacts(
                        List.of(
                                SimulatedContact.failing(phoneOf(one), NO_LID),
                                SimulatedContact.failing(phoneOf(other), MARKED_UNREAD)));
        scene.arrives(one, other);

        for (var visit = 0; visit < 20; visit++) {
            var healthy = due();
            scene.arrives(healthy);
            step();
            assertThat(scene.stateOf(healthy)).as("visit %d", visit).isEqualTo(ACCEPTED);
            assertThat(stateOfLine()).as("visit %d", visit).isEqualTo("ABLE");
        }

        for (var bad : List.of(one, other)) {
            assertThat(scene.reportedOf(bad))
                    .containsExactly(
                            WAITING, SENDING, IN_DOUBT, WAITING, SENDING, IN_DOUBT, WAITING,
                            SENDING, IN_DOUBT, DEAD);
            assertThat(scene.reportsOf(bad).getLast())
                    .returns(Cause.REFUSED_BY_PROVIDER, DeliveryReported::cause)
                    .returns(false, DeliveryReported::possibleDuplicate);
        }
        assertThat(scene.deadLetters()).hasSize(2);
        assertThat(scene.one("SELECT count(*) FROM outage")).isEqualTo("0");
    }

    @Test
    void two_numbers_that_cannot_be_looked_up_leave_the_line_able_and_are_handed_over()
            throws Exception {
        var one = due();
        var other = due();
        phones.ofDefault()
                .contacts(
                        List.of(
                                SimulatedContact.notLookedUp(phoneOf(one), NO_LID),
                                SimulatedContact.notLookedUp(phoneOf(other), NO_LID)));
        scene.arrives(one, other);

        for (var visit = 0; visit < 8; visit++) {
            var healthy = due();
            scene.arrives(healthy);
            step();
            assertThat(scene.stateOf(healthy)).as("visit %d", visit).isEqualTo(ACCEPTED);
            assertThat(stateOfLine()).as("visit %d", visit).isEqualTo("ABLE");
        }

        for (var bad : List.of(one, other)) {
            assertThat(scene.reportedOf(bad)).containsExactly(WAITING, DEAD);
            assertThat(scene.reportsOf(bad).getLast().cause()).isEqualTo(Cause.REFUSED_BY_PROVIDER);
        }
    }

    @Test
    void a_gateway_that_fails_at_everybody_is_the_lines_trouble() throws Exception {
        phones.ofDefault().mode(Mode.ERROR_500);
        scene.arrives(due(), due(), due(), due(), due());
        scene.prepare();
        scene.dispatch();

        assertThat(stateOfLine()).isEqualTo("DOWN");
    }

    @Test
    void what_fails_while_its_line_is_down_is_not_held_against_its_number() throws Exception {
        var message = due();
        phones.ofDefault().mode(Mode.ERROR_500);
        scene.arrives(message);
        for (var time = 0; time < 6; time++) {
            scene.update(
                    "UPDATE line SET health = 'DOWN', health_by = 'SEND', health_cause ="
                            + " 'GATEWAY_UNREACHABLE', probe_at = 'epoch', health_since = '"
                            + clock.instant().minus(Duration.ofMinutes(1))
                            + "' WHERE name = 'default'");
            scene.round();
            clock.advance(Duration.ofSeconds(40));
            scene.reconcile();
        }
        assertThat(Integer.parseInt(scene.one("SELECT attempts FROM message"))).isGreaterThan(3);
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);

        phones.ofDefault().mode(Mode.OK);
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void what_nobody_can_receive_otherwise_is_tried_on() throws Exception {
        var nothing = due().fallback(Fallback.NONE, Duration.ZERO);
        var withoutAddress = due().withoutEmail();
        phones.ofDefault()
                .contacts(
                        List.of(
                                SimulatedContact.failing(phoneOf(nothing), NO_LID),
                                SimulatedContact.failing(phoneOf(withoutAddress), NO_LID)));
        scene.arrives(nothing, withoutAddress);
        for (var time = 0; time < 30; time++) {
            step();
        }
        assertThat(scene.stateOf(nothing)).isEqualTo(WAITING);
        assertThat(scene.stateOf(withoutAddress)).isEqualTo(WAITING);
        assertThat(scene.one("SELECT max(attempts) FROM message")).isEqualTo("3");

        phones.ofDefault().contacts(List.of());
        clock.advance(Duration.ofMinutes(10));
        scene.round();
        assertThat(scene.stateOf(nothing)).isEqualTo(ACCEPTED);
        assertThat(scene.stateOf(withoutAddress)).isEqualTo(ACCEPTED);
    }

    /** 20 s in which everything that goes round goes round. */
    private void step() throws Exception {
        scene.reconcile();
        scene.round();
        scene.handOver();
        monitor.lookAtLines();
        clock.advance(BETWEEN_VISITS);
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    private static String phoneOf(TestMessage message) {
        return message.message().recipient().phone().e164();
    }

    private String stateOfLine() {
        return scene.one("SELECT state FROM line WHERE name = 'default'");
    }
}
