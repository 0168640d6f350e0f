package com.clinni.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/**
 * A number opts out at the worst moment: between two steps that both looked. Whatever then ends its
 * message, nothing takes the message's place elsewhere. A neighbour who did not opt out shows that
 * the step itself did its work.
 */
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
public abstract class OptOutRace {

    protected static final int ALL = 100;

    @Inject protected ServiceDriver scene;
    @Inject protected MutableClock clock;
    @Inject Lines lines;
    protected Phones phones;

    protected TestMessage gone;
    protected TestMessage neighbour;

    @BeforeEach
    void two_messages_wait_at_noon() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
        gone = due();
        neighbour = due();
        scene.arrives(gone, neighbour);
    }

    protected void ends(DeliveryState ofTheOneGone, DeliveryState ofTheNeighbour) {
        assertThat(scene.stateOf(neighbour)).isEqualTo(ofTheNeighbour);
        assertThat(scene.stateOf(gone)).isEqualTo(ofTheOneGone);
        assertThat(scene.deadLetters())
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.publication().key())
                                        .isEqualTo(neighbour.message().appointmentId()));
    }

    protected DeliveryReported last() {
        return scene.reportsOf(gone).getLast();
    }

    protected TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    protected Line line() {
        return lines.named("default").orElseThrow();
    }

    protected void optsOut() {
        scene.update(
                "INSERT INTO opt_out VALUES ('default', ?, now())",
                gone.message().recipient().phone().e164());
    }
}
