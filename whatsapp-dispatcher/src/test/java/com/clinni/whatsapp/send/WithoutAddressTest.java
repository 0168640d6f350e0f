package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

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
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fallback that nobody can receive is none: the message waits for its line. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class WithoutAddressTest {

    @Inject LineMonitor monitor;
    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
    }

    @Test
    void what_no_fallback_can_reach_waits_for_the_line_and_leaves_when_it_is_back()
            throws Exception {
        var alone = due().withoutEmail().fallback(Fallback.EMAIL, Duration.ZERO);
        scene.arrives(alone);
        lineGoesDown();
        clock.advance(Duration.ofMinutes(1));
        scene.handOver();
        assertThat(scene.stateOf(alone)).isEqualTo(WAITING);

        phones.ofDefault().mode(Mode.OK);
        monitor.lookAtLines();
        scene.round();

        assertThat(scene.stateOf(alone)).isEqualTo(ACCEPTED);
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void what_no_fallback_can_reach_is_given_to_a_person_ten_minutes_before_send_before()
            throws Exception {
        var alone = due().withoutEmail().fallback(Fallback.EMAIL, Duration.ZERO);
        scene.arrives(alone);
        lineGoesDown();
        clock.advance(Duration.ofHours(23).minusMinutes(10).minusSeconds(1));
        scene.handOver();
        assertThat(scene.stateOf(alone)).isEqualTo(WAITING);

        clock.advance(Duration.ofSeconds(1));
        scene.handOver();

        assertThat(scene.stateOf(alone)).isEqualTo(DEAD);
        assertThat(scene.deadLetters())
                .singleElement()
                .returns("default", letter -> letter.header("dead-letter-line"));
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    private void lineGoesDown() throws InterruptedException {
        phones.ofDefault().mode(Mode.DOWN);
        monitor.lookAtLines();
        monitor.lookAtLines();
    }
}
