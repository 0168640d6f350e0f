package com.clinni.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.client.ReceivedMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * kill -9 in the middle, and a start: nothing is lost, and nobody hears twice. Three services die
 * at about the same time; the one that takes bookings dies while nobody else books.
 */
class KillTest extends Journey {

    private static final int VISITS = 40;
    private static final String BOOKINGS = "bookings";

    @Test
    @ResourceLock(value = BOOKINGS, mode = ResourceAccessMode.READ_WRITE)
    void the_service_that_takes_bookings_killed_in_the_middle_loses_and_repeats_nothing() {
        killedInTheMiddle("appointments-service");
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock(value = BOOKINGS, mode = ResourceAccessMode.READ)
    @ValueSource(strings = {"reminder-service", "whatsapp-dispatcher", "fallback-dispatcher"})
    void a_service_killed_in_the_middle_loses_and_repeats_nothing(String service) {
        killedInTheMiddle(service);
    }

    private void killedInTheMiddle(String service) {
        var byWhatsApp = TestClinic.byWhatsApp(clinni, "EMAIL");
        var byEmail = TestClinic.by(clinni, "EMAIL");
        var booked = new HashMap<TestPatient, BookedVisit>();
        for (var n = 0; n < VISITS; n++) {
            var patient = TestPatient.withPhoneAndEmail();
            booked.put(patient, (n % 2 == 0 ? byWhatsApp : byEmail).book(patient));
        }
        eventually(() -> assertThat(messagesTo(booked.keySet())).isNotEmpty());

        system.killAndRestart(service);

        eventually(() -> assertThat(messagesTo(booked.keySet())).hasSize(VISITS));
        eventually(() -> assertThat(booked.values()).allMatch(this::isFinal));
        var heard = messagesTo(booked.keySet());
        assertThat(booked)
                .allSatisfy(
                        (patient, visit) ->
                                assertThat(heard.get(patient)).is(onceOrFlagged(visit)));
    }

    /** How often each patient heard; whoever heard nothing is not in it. */
    private Map<TestPatient, Long> messagesTo(Set<TestPatient> patients) {
        var addresses =
                Stream.of("whatsapp", "mail")
                        .flatMap(channel -> simulators.received(channel).stream())
                        .collect(groupingBy(ReceivedMessage::to, counting()));
        var heard = new HashMap<TestPatient, Long>();
        for (var patient : patients) {
            var times =
                    addresses.getOrDefault(patient.phone(), 0L)
                            + addresses.getOrDefault(patient.email(), 0L);
            if (times > 0) {
                heard.put(patient, times);
            }
        }
        return heard;
    }

    private boolean isFinal(BookedVisit visit) {
        return Set.of("SENT", "DELIVERED", "READ").contains(state(visit));
    }

    /** Twice only where the system itself says that it may be so: an e-mail's lost answer. */
    private Condition<Long> onceOrFlagged(BookedVisit visit) {
        return new Condition<>(
                times ->
                        times == 1
                                || timeline(visit).getFirst().path("possibleDuplicate").asBoolean(),
                "heard once, or flagged");
    }
}
