package com.clinni.whatsapp.silence;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.OptOutRace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OptedOutWhileSilentTest extends OptOutRace {

    @Inject UnconfirmedSends sends;

    @Test
    void one_that_a_silent_line_swallowed_is_closed() throws Exception {
        phones.ofDefault().mode(Mode.SILENT);
        scene.round();
        assertThat(scene.stateOf(gone)).isEqualTo(ACCEPTED);
        optsOut();
        sends.giveUp(line(), 0, clock.instant(), clock.instant());

        ends(DOUBT_CLOSED, DEAD);
        assertThat(last().possibleDuplicate()).isTrue();
    }
}
