package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.OptOutRace;
import com.clinni.whatsapp.gateway.NotSentReason;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OptedOutWhileSentTest extends OptOutRace {

    @Inject PostgresDispatches dispatches;
    @Inject Handover handover;
    @Inject Backlog backlog;

    @Test
    void one_refused_for_good_after_it_was_claimed_is_suppressed() throws Exception {
        scene.prepare();
        var intents = dispatches.claim(line(), ALL, clock.instant()).intents();
        optsOut();
        intents.forEach(
                each -> dispatches.giveUp(each, NotSentReason.NOT_ON_WHATSAPP, clock.instant()));

        ends(SUPPRESSED, DEAD);
        assertThat(last().cause()).isNull();
        assertThat(last().detail()).isEqualTo("opted-out");
    }

    @Test
    void one_stranded_on_a_line_that_is_down_is_not_handed_over() {
        scene.update("UPDATE line SET outage_since = '2030-03-05T12:00:00Z'");
        optsOut();
        clock.advance(Duration.ofMinutes(15));
        handover.handOverStranded();

        ends(WAITING, DEAD);
    }

    @Test
    void one_that_a_busy_line_has_no_place_for_is_not_handed_over() {
        scene.arrives(due());
        scene.update(
                "UPDATE message SET turn = CASE WHEN reminder_id IN (?, ?) THEN 2 ELSE 1 END",
                gone.id(),
                neighbour.id());
        optsOut();
        backlog.batchOf(
                Map.of(
                        "line", "default",
                        "now", clock.instant(),
                        "startsInSeconds", 0.0,
                        "gapSeconds", 1e6,
                        "fallbackSeconds", 600.0,
                        "nextSeconds", 5.0,
                        "lastCallSeconds", 600.0,
                        "batch", ALL),
                clock.instant());

        ends(WAITING, DEAD);
    }
}
