package com.clinni.whatsapp.doubt;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
import static com.clinni.events.DeliveryState.EXPIRED;
import static com.clinni.events.DeliveryState.IN_DOUBT;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Fallback;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.Engine;
import com.clinni.testbed.simulator.whatsapp.Installation;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class DoubtTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject LineMonitor monitor;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofDefault().install(Installation.USUAL);
        phones.ofSecond().mode(Mode.OK);
        scene.begin();
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    @Test
    void a_send_that_hung_is_found_and_not_repeated() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        phones.ofDefault().mode(Mode.HANG_AFTER_SENDING);
        scene.dispatch();
        assertThat(scene.stateOf(message)).isEqualTo(IN_DOUBT);
        scene.round();

        phones.ofDefault().mode(Mode.OK);
        scene.reconcile();
        scene.round();

        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SENDING, IN_DOUBT, ACCEPTED);
        assertThat(sent(message)).isEqualTo(1);
    }

    @Test
    void a_send_proved_absent_is_sent_once_but_not_before_a_slow_one_would_have_surfaced()
            throws Exception {
        var message = due();
        phones.ofDefault().mode(Mode.ERROR_500);
        scene.arrives(message);
        scene.round();
        phones.ofDefault().mode(Mode.OK);

        clock.advance(Duration.ofSeconds(29));
        scene.reconcile();
        assertThat(scene.stateOf(message)).isEqualTo(IN_DOUBT);
        var id = scene.one("SELECT client_message_id FROM message");

        clock.advance(Duration.ofSeconds(10));
        scene.reconcile();
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);
        scene.round();
        scene.round();

        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
        assertThat(sent(message)).isEqualTo(1);
        assertThat(scene.one("SELECT client_message_id FROM message")).isEqualTo(id);
    }

    @Test
    void a_doubt_nobody_can_end_falls_back_flagged_when_there_is_time() throws Exception {
        var message = due().sendBefore(clock.instant().plus(Duration.ofMinutes(131)));
        doubtWithoutAnswer(message);

        clock.advance(Duration.ofMinutes(9));
        scene.reconcile();
        assertThat(scene.stateOf(message)).isEqualTo(IN_DOUBT);
        clock.advance(Duration.ofMinutes(1));
        scene.reconcile();

        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
        assertThat(scene.reportsOf(message).getLast())
                .returns(true, r -> r.possibleDuplicate())
                .returns(Cause.DOUBT_UNRESOLVED, r -> r.cause());
        assertThat(scene.deadLetters())
                .singleElement()
                .returns("true", letter -> letter.header("dead-letter-possible-duplicate"));
    }

    @Test
    void a_doubt_nobody_can_end_is_closed_flagged_when_time_is_short_or_nothing_is_wanted()
            throws Exception {
        var shortly = due().sendBefore(clock.instant().plus(Duration.ofMinutes(129)));
        var nothing = due().fallback(Fallback.NONE, Duration.ZERO);
        doubtWithoutAnswer(shortly, nothing);

        clock.advance(Duration.ofMinutes(10));
        scene.reconcile();

        assertThat(scene.stateOf(shortly)).isEqualTo(DOUBT_CLOSED);
        assertThat(scene.stateOf(nothing)).isEqualTo(DOUBT_CLOSED);
        assertThat(scene.reportsOf(shortly).getLast().possibleDuplicate()).isTrue();
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void an_intent_whose_node_died_is_in_doubt_when_its_lease_runs_out() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        scene.update(
                "UPDATE message SET state = 'SENDING', sending_since = ?::timestamptz,"
                        + " lease_until = clock_timestamp() + interval '1 hour'",
                clock.instant().toString());
        scene.doubtStaleIntents();
        assertThat(scene.stateOf(message)).isEqualTo(SENDING);

        scene.update("UPDATE message SET lease_until = clock_timestamp() - interval '1 s'");
        scene.doubtStaleIntents();
        assertThat(scene.stateOf(message)).isEqualTo(IN_DOUBT);
        clock.advance(Duration.ofSeconds(30));
        scene.reconcile();
        scene.round();

        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
        assertThat(sent(message)).isEqualTo(1);
    }

    @Test
    void proved_absent_too_late_expires() throws Exception {
        var message = due().sendBefore(clock.instant().plusSeconds(20));
        phones.ofDefault().mode(Mode.ERROR_500);
        scene.arrives(message);
        scene.round();
        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(30));
        scene.reconcile();
        scene.round();
        scene.handOver();

        assertThat(scene.stateOf(message)).isEqualTo(EXPIRED);
        assertThat(sent(message)).isZero();
    }

    /** GOWS says of a message that it does not know that asking failed. */
    @ParameterizedTest
    @EnumSource(names = {"GOWS", "NOWEB"})
    void a_doubt_is_settled_on_every_engine(Engine engine) throws Exception {
        phones.ofDefault().install(Installation.of(engine));
        var message = due();
        phones.ofDefault().mode(Mode.ERROR_500);
        scene.arrives(message);
        scene.round();
        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(30));
        scene.reconcile();
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);
        scene.round();

        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
        assertThat(sent(message)).isEqualTo(1);
    }

    @Test
    void a_key_that_may_not_look_up_makes_the_line_down_until_it_may() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        phones.ofDefault().mode(Mode.HANG_AFTER_SENDING);
        scene.dispatch();
        phones.ofDefault().mode(Mode.KEY_REFUSED);
        scene.reconcile();
        assertThat(scene.stateOf(message)).isEqualTo(IN_DOUBT);
        assertThat(lineIs()).isEqualTo("DOWN CREDENTIALS_REFUSED");
        monitor.lookAtLines();
        assertThat(lineIs()).isEqualTo("DOWN CREDENTIALS_REFUSED");

        phones.ofDefault().mode(Mode.OK);
        monitor.lookAtLines();
        assertThat(lineIs()).isEqualTo("ABLE");
        clock.advance(Duration.ofSeconds(10));
        scene.reconcile();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    private String lineIs() {
        return scene.one(
                "SELECT concat_ws(' ', state, health_cause) FROM line WHERE name = 'default'");
    }

    private void doubtWithoutAnswer(TestMessage... messages) throws Exception {
        scene.arrives(messages);
        scene.prepare();
        phones.ofDefault().mode(Mode.GARBAGE);
        scene.dispatch();
    }

    private long sent(TestMessage message) {
        return phones.ofDefault().received().stream()
                .filter(r -> r.to().equals(message.message().recipient().phone().e164()))
                .count();
    }
}
