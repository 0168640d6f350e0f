package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.EXPIRED;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Fallback;
import com.clinni.events.QuietHours;
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
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class QuietHoursTest {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));

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
    void quiet_hours_are_waited_out_in_the_clinics_own_zone() throws Exception {
        clock.set(Instant.parse("2030-03-05T20:30:00Z"));
        var madrid = due().quiet(NIGHT, "Europe/Madrid");
        var canary = due().quiet(NIGHT, "Atlantic/Canary");
        scene.arrives(madrid, canary);
        scene.handOver();
        scene.round();
        assertThat(scene.stateOf(madrid)).isEqualTo(WAITING);
        assertThat(scene.stateOf(canary)).isEqualTo(ACCEPTED);

        clock.set(Instant.parse("2030-03-06T07:59:59Z"));
        scene.handOver();
        scene.round();
        assertThat(scene.stateOf(madrid)).isEqualTo(WAITING);
        clock.set(Instant.parse("2030-03-06T08:00:00Z"));
        scene.handOver();
        scene.round();
        assertThat(scene.stateOf(madrid)).isEqualTo(ACCEPTED);
    }

    /** 02:30 is jumped over in spring, and comes twice in autumn. */
    @ParameterizedTest
    @CsvSource({
        "2030-03-31T00:10:00Z, 2030-03-31T01:30:00Z",
        "2030-10-27T00:10:00Z, 2030-10-27T00:30:00Z",
        "2030-10-27T01:10:00Z, 2030-10-27T01:30:00Z"
    })
    void quiet_hours_end_as_java_tells_in_the_nights_the_clocks_change(Instant night, Instant end)
            throws Exception {
        clock.set(night);
        var message =
                due().quiet(
                                new QuietHours(LocalTime.of(21, 0), LocalTime.of(2, 30)),
                                "Europe/Madrid");
        scene.arrives(message);
        clock.set(end.minusSeconds(1));
        scene.handOver();
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);

        clock.set(end);
        scene.handOver();
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void quiet_hours_that_end_too_late_are_left_to_the_fallback_or_to_expire() {
        clock.set(Instant.parse("2030-03-05T21:00:00Z"));
        var morning = Instant.parse("2030-03-06T08:00:00Z");
        var email = due().quiet(NIGHT, "Europe/Madrid").sendBefore(morning);
        var sms =
                due().quiet(NIGHT, "Europe/Madrid")
                        .sendBefore(morning)
                        .fallback(Fallback.SMS, Duration.ofHours(9));
        var none =
                due().quiet(NIGHT, "Europe/Madrid")
                        .sendBefore(morning)
                        .fallback(Fallback.NONE, Duration.ZERO);
        scene.arrives(email, sms, none);
        scene.handOver();

        assertThat(scene.reportsOf(email).getLast().cause()).isEqualTo(Cause.QUIET_HOURS);
        assertThat(scene.stateOf(sms)).isEqualTo(DEAD);
        assertThat(scene.stateOf(none)).isEqualTo(WAITING);
        clock.set(morning);
        scene.handOver();
        assertThat(scene.stateOf(none)).isEqualTo(EXPIRED);
    }

    @Test
    void waiting_in_quiet_hours_is_not_held_against_a_line_that_is_down() throws Exception {
        clock.set(Instant.parse("2030-03-06T07:50:00Z"));
        var message =
                due().quiet(NIGHT, "Europe/Madrid").fallback(Fallback.SMS, Duration.ofMinutes(15));
        scene.arrives(message);
        scene.handOver();
        lineGoesDown();
        clock.set(Instant.parse("2030-03-06T08:14:59Z"));
        scene.handOver();
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);
        clock.set(Instant.parse("2030-03-06T08:15:00Z"));
        scene.handOver();
        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
    }

    private void lineGoesDown() throws InterruptedException {
        phones.ofDefault().mode(Mode.DOWN);
        monitor.lookAtLines();
        monitor.lookAtLines();
    }
}
