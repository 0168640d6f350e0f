package com.clinni.whatsapp.prepare;

import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.OptOutRace;
import com.clinni.whatsapp.gateway.NotSentReason;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OptedOutWhilePreparedTest extends OptOutRace {

    @Inject Preparations preparations;

    @Test
    void one_found_not_to_be_on_whatsapp_while_it_was_prepared_is_suppressed() {
        var taken = preparations.take(line(), ALL, ALL, clock.instant());
        optsOut();
        taken.forEach(
                each -> preparations.giveUp(each, NotSentReason.NOT_ON_WHATSAPP, clock.instant()));

        ends(SUPPRESSED, DEAD);
        assertThat(last().cause()).isNull();
        assertThat(last().detail()).isEqualTo("opted-out");
    }
}
