package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.client.Clinni;
import com.clinni.testbed.client.ReceivedMessage;
import com.clinni.testbed.client.SimulatorControl;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A journey over the packaged services: every provider behaves until the journey says otherwise.
 */
abstract class Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final RunningSystem system = RunningSystem.started();
    final Clinni clinni = system.clinni();
    final SimulatorControl simulators = system.simulators();

    @BeforeEach
    @AfterEach
    void everything_works() {
        for (var channel : List.of("whatsapp", "mail", "sms")) {
            simulators.mode(channel, "OK");
        }
        eventually(() -> assertThat(lineState()).isEqualTo("ABLE"));
    }

    @AfterAll
    static void no_log_tells_who_was_reminded() {
        assertThat(RunningSystem.started().logLinesWith(TestPatient.NAME)).isEmpty();
        assertThat(RunningSystem.started().logLinesWith("600000")).isEmpty();
        assertThat(RunningSystem.started().logLinesWith("@example.com")).isEmpty();
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreException(UncheckedIOException.class)
                .ignoreException(IllegalStateException.class)
                .untilAsserted(assertion);
    }

    String lineState() {
        return clinni.lines().orThrow().body().findPath("state").asText();
    }

    List<ReceivedMessage> whatsAppsTo(TestPatient patient) {
        return to(patient.phone(), "whatsapp");
    }

    List<ReceivedMessage> smsTo(TestPatient patient) {
        return to(patient.phone(), "sms");
    }

    List<ReceivedMessage> mailsTo(TestPatient patient) {
        return to(patient.email(), "mail");
    }

    private List<ReceivedMessage> to(String address, String channel) {
        return simulators.received(channel).stream()
                .filter(message -> message.to().equals(address))
                .toList();
    }

    /** The reminders of an appointment, as its timeline shows them. */
    List<JsonNode> timeline(BookedVisit visit) {
        return clinni.reminders(visit.clinicId(), visit.appointmentId());
    }

    /** The state of an appointment's only reminder. */
    String state(BookedVisit visit) {
        var reminders = timeline(visit);
        assertThat(reminders).hasSize(1);
        return reminders.getFirst().path("state").asText();
    }

    /** What happened to an appointment's only reminder, in order. */
    List<String> story(BookedVisit visit) {
        return timeline(visit).getFirst().path("history").findValuesAsText("what");
    }

    void move(BookedVisit visit, OffsetDateTime startsAt) {
        clinni.move(visit.clinicId(), visit.appointmentId(), startsAt).orThrow();
    }

    void cancel(BookedVisit visit) {
        clinni.cancel(visit.clinicId(), visit.appointmentId()).orThrow();
    }
}
