package com.clinni.whatsapp.silence;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.SilentProfile;
import com.clinni.whatsapp.line.LineMonitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a silent line is tried, so that its end is noticed. */
@QuarkusTest
@TestProfile(SilentProfile.class)
class SilentLineTriesTest extends SilentLineScenario {

    @Inject LineMonitor monitor;

    @Test
    void a_canary_finds_a_silent_line_sooner_and_tells_when_it_is_over() throws Exception {
        phones.ofDefault().mode(Mode.SILENT);
        arrive(21, "default");
        scene.round();
        silentLines.lookAtLines();
        silentLines.lookAtLines();
        assertThat(canaries()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(60));
        silentLines.lookAtLines();

        assertThat(stateOf("default")).isEqualTo("DOWN");
        assertThat(count("DEAD")).isEqualTo(20);
        assertThat(count("WAITING")).isEqualTo(1);
        assertThat(canaries()).isEqualTo(2);
        for (var minute = 0; minute < 5; minute++) {
            clock.advance(Duration.ofSeconds(15));
            silentLines.lookAtLines();
            clock.advance(Duration.ofSeconds(15));
            silentLines.lookAtLines();
            scene.round();
            monitor.lookAtLines();
        }
        assertThat(canaries()).isEqualTo(7);
        assertThat(count("WAITING")).as("no message of a patient tries it").isEqualTo(1);
        assertThat(stateOf("default")).isEqualTo("DOWN");

        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(30));
        silentLines.lookAtLines();
        silentLines.lookAtLines();
        scene.round();

        assertThat(stateOf("default")).isEqualTo("ABLE");
        assertThat(scene.one("SELECT count(*) FROM outage WHERE ended_at IS NOT NULL"))
                .isEqualTo("1");
        assertThat(count("ACCEPTED")).isEqualTo(1);
        assertThat(phones.ofDefault().received())
                .filteredOn(received -> received.to().equals(SilentProfile.CANARY))
                .extracting(received -> received.text())
                .containsOnly(Canary.TEXT);
        assertThat(scene.one("SELECT count(*) FROM message")).isEqualTo("21");
    }

    @Test
    void without_a_canary_one_waiting_message_at_a_time_tries_it_ever_more_rarely()
            throws Exception {
        phones.ofSecond().mode(Mode.SILENT);
        arrive(30, "second");
        scene.round();
        assertThat(count("ACCEPTED")).as("some are kept back to try with").isEqualTo(15);
        clock.advance(Duration.ofMinutes(5));
        silentLines.lookAtLines();
        assertThat(count("DEAD")).isEqualTo(15);

        for (var half = 0; half < 30; half++) {
            clock.advance(Duration.ofSeconds(30));
            scene.round();
            silentLines.lookAtLines();
        }
        assertThat(attempted()).as("after 15 minutes of silence").isEqualTo(20);

        phones.ofSecond().mode(Mode.OK);
        clock.advance(Duration.ofMinutes(16));
        scene.round();
        clock.advance(Duration.ofSeconds(10));
        silentLines.lookAtLines();
        assertThat(stateOf("second")).isEqualTo("ABLE");
        scene.round();
        assertThat(count("WAITING")).isZero();
    }

    private int canaries() {
        return Integer.parseInt(scene.one("SELECT count(*) FROM canary"));
    }

    private int attempted() {
        return Integer.parseInt(scene.one("SELECT count(*) FROM message WHERE attempts > 0"));
    }
}
