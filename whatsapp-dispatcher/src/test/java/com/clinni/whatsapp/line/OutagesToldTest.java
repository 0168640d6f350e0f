package com.clinni.whatsapp.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.EventReader;
import com.clinni.events.OutageChanged;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.Publication;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineHealth;
import com.clinni.whatsapp.line.health.LineStatuses;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class OutagesToldTest {

    private static final Instant NOON = ServiceDriver.NOON;

    private final EventReader<OutageChanged> reader =
            new EventReader<>(OutageChanged.class, Topics.OUTAGE_CHANGED);

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject LineHealth health;
    @Inject LineStatuses statuses;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void an_outage_is_told_when_it_begins_and_again_with_its_end() {
        health.failedForSure("default", HealthSource.SEND, Cause.LINE_DOWN);
        health.failedForSure("default", HealthSource.SESSION, Cause.CREDENTIALS_REFUSED);
        after(Duration.ofMinutes(7));
        health.recovered("default", HealthSource.SESSION);

        assertThat(told())
                .containsExactly(
                        new OutageChanged("default", NOON, null, "LINE_DOWN"),
                        new OutageChanged(
                                "default", NOON, NOON.plus(Duration.ofMinutes(7)), "LINE_DOWN"));
        assertThat(publications()).extracting(Publication::key).containsOnly("default");
        assertThat(publications())
                .extracting(p -> CloudEventHeaders.text(p.headers(), "ce_id").orElseThrow())
                .containsExactly(
                        "default:2030-03-05T12:00:00Z:began", "default:2030-03-05T12:00:00Z:ended");
    }

    @Test
    void a_pause_that_turns_into_a_trouble_is_one_outage_from_its_very_beginning() {
        statuses.change("default", (status, now) -> status.paused("spam marks", true, now));
        after(Duration.ofMinutes(5));
        health.failedForSure("default", HealthSource.SEND, Cause.LINE_DOWN);
        after(Duration.ofMinutes(5));
        statuses.change("default", (status, now) -> status.resumed(now));
        assertThat(told()).containsExactly(new OutageChanged("default", NOON, null, "PAUSED"));

        after(Duration.ofMinutes(5));
        health.recovered("default", HealthSource.SEND);

        assertThat(told())
                .last()
                .isEqualTo(
                        new OutageChanged(
                                "default", NOON, NOON.plus(Duration.ofMinutes(15)), "PAUSED"));
    }

    @Test
    void an_outage_that_another_nodes_clock_ends_before_it_began_ends_when_it_began() {
        health.failedForSure("default", HealthSource.SEND, Cause.LINE_DOWN);
        after(Duration.ofSeconds(-1));
        health.recovered("default", HealthSource.SEND);

        assertThat(told()).last().isEqualTo(new OutageChanged("default", NOON, NOON, "LINE_DOWN"));
    }

    private void after(Duration time) {
        clock.advance(time);
    }

    private List<OutageChanged> told() {
        return publications().stream()
                .map(p -> reader.read(p.headers(), p.value()))
                .map(reading -> ((Reading.Read<OutageChanged>) reading).event())
                .toList();
    }

    private List<Publication> publications() {
        return scene.outbox().stream()
                .map(ServiceDriver.Sent::publication)
                .filter(p -> p.topic().equals(Topics.OUTAGE_CHANGED))
                .toList();
    }
}
