package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Fallback;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.HerdProfile;
import com.clinni.whatsapp.ManyMessages;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.TestMessage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More waits than the line can send before it is worthless. */
@QuarkusTest
@TestProfile(HerdProfile.class)
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class EarlyHandoverTest {

    @Inject ServiceDriver scene;
    @Inject ManyMessages crowd;
    @Inject MutableClock clock;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    @Test
    void what_cannot_leave_in_time_is_handed_over_early_and_nothing_else_is() {
        crowd.gathers(1_000, "interval '1 minute'");
        scene.update("UPDATE message SET turn = 5000 WHERE fallback = 'NONE'");
        var stoic = due().fallback(Fallback.NONE, Duration.ZERO);
        scene.arrives(stoic.sendBefore(clock.instant().plusSeconds(60)));
        var tomorrow = due();
        scene.arrives(tomorrow);
        scene.handOver();

        var saved =
                Integer.parseInt(scene.one("SELECT count(*) FROM message WHERE state = 'WAITING'"));
        assertThat(saved - 2).as("40 seconds at 8 a second with a reserve").isBetween(270, 295);
        assertThat(
                        scene.one(
                                "SELECT string_agg(DISTINCT cause, ',') FROM message WHERE state ="
                                        + " 'DEAD'"))
                .isEqualTo("LINE_BUSY");
        assertThat(scene.stateOf(stoic)).isEqualTo(WAITING);
        assertThat(scene.stateOf(tomorrow)).isEqualTo(WAITING);
        scene.handOver();
        assertThat(scene.one("SELECT count(*) FROM message WHERE state = 'WAITING'"))
                .isEqualTo(String.valueOf(saved));
    }

    @Test
    void what_no_fallback_can_reach_keeps_its_chance_until_ten_minutes_are_left() {
        crowd.gathers(6_000, "interval '11 minutes'");
        var alone = due().withoutEmail().sendBefore(clock.instant().plusSeconds(11 * 60));
        scene.arrives(alone);
        scene.update("UPDATE message SET turn = 50000 WHERE reminder_id = ?", alone.id());
        scene.handOver();
        assertThat(scene.one("SELECT count(*) FROM message WHERE state = 'DEAD'"))
                .as("others make room")
                .isNotEqualTo("0");
        assertThat(scene.stateOf(alone)).isEqualTo(WAITING);

        clock.advance(Duration.ofMinutes(1));
        scene.handOver();

        assertThat(scene.stateOf(alone)).isEqualTo(DEAD);
    }

    @Test
    void what_can_all_leave_in_time_stays_at_whatever_minutes_its_deadlines_are() {
        crowd.gathers(1_200, "interval '80 seconds' + i * interval '200 milliseconds'");
        scene.handOver();

        assertThat(scene.one("SELECT count(*) FROM message WHERE state = 'WAITING'"))
                .isEqualTo("1200");
    }

    @Test
    void shortly_before_the_deadline_only_the_very_next_stay_and_the_rest_is_in_time_elsewhere() {
        crowd.gathers(100, "interval '19 seconds'");
        scene.handOver();

        var next =
                Integer.parseInt(scene.one("SELECT count(*) FROM message WHERE state = 'WAITING'"));
        assertThat(next).as("5 seconds at 8 a second with a reserve").isBetween(33, 40);
    }

    @Test
    void an_overload_now_does_not_cost_those_whose_time_is_later() {
        crowd.gathers(2_000, "interval '1 minute'");
        crowd.gathers(2_000, "interval '10 minutes'");
        scene.handOver();

        assertThat(
                        scene.one(
                                "SELECT count(*) FROM message WHERE state = 'WAITING' AND"
                                        + " send_before > '2030-03-05T12:05:00Z'"))
                .isEqualTo("2000");
    }
}
