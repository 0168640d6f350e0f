package com.clinni.whatsapp.doubt;

import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
import static com.clinni.events.DeliveryState.IN_DOUBT;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.OptOutRace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OptedOutWhileInDoubtTest extends OptOutRace {

    @Inject Doubts doubts;

    @Test
    void one_that_may_have_been_sent_is_closed_when_nobody_can_find_out() throws Exception {
        scene.prepare();
        phones.ofDefault().mode(Mode.GARBAGE);
        scene.dispatch();
        assertThat(scene.stateOf(gone)).isEqualTo(IN_DOUBT);
        clock.advance(Duration.ofMinutes(10));
        var taken = doubts.take(clock.instant());
        optsOut();
        taken.forEach(each -> doubts.close(each, clock.instant()));

        ends(DOUBT_CLOSED, DEAD);
        assertThat(last().possibleDuplicate()).isTrue();
    }
}
