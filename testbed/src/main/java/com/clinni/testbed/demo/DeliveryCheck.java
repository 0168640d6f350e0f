package com.clinni.testbed.demo;

import com.clinni.testbed.client.ReceivedMessage;
import com.clinni.testbed.client.SimulatorControl;
import com.clinni.testbed.demo.Agenda.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares a clinic's agenda with what its patients received, by the simulators' records alone: the
 * system's own books are not asked.
 */
final class DeliveryCheck {

    private static final Duration MARGIN = Duration.ofMinutes(15);

    private final List<ReceivedMessage> everything;

    DeliveryCheck(SimulatorControl simulators) {
        this.everything =
                Stream.of("whatsapp", "mail", "sms")
                        .flatMap(channel -> simulators.received(channel).stream())
                        .toList();
    }

    /** How many of these visits' patients saw nothing, too much, or saw it too late. */
    Verdict judge(DemoClinic clinic, List<Visit> visits, LocalDate day) {
        var ofClinic =
                everything.stream().filter(seen -> seen.text().contains(clinic.name())).toList();
        var silent = 0;
        var doubled = 0;
        var late = 0;
        var repeated = 0;
        var explained = new ArrayList<ReceivedMessage>();
        for (var visit : visits) {
            var seen = ofClinic.stream().filter(message -> isAbout(visit, message)).toList();
            explained.addAll(seen);
            var sendBefore =
                    day.atTime(LocalTime.parse(visit.time())).atZone(clinic.zone()).minus(MARGIN);
            silent += seen.isEmpty() ? 1 : 0;
            var messages = seen.stream().map(ReceivedMessage::id).distinct().count();
            doubled += messages > 1 ? 1 : 0;
            repeated += seen.size() - (int) messages;
            late += seen.stream().anyMatch(m -> !m.at().isBefore(sendBefore.toInstant())) ? 1 : 0;
        }
        return new Verdict(silent, doubled, repeated, late, ofClinic.size() - explained.size());
    }

    private static boolean isAbout(Visit visit, ReceivedMessage message) {
        return visit.addresses().contains(message.to()) && message.text().contains(visit.time());
    }

    /**
     * What the records say of one clinic.
     *
     * @param silent patients who saw nothing
     * @param doubled patients who saw a reminder more than once
     * @param repeated e-mails that came again under the same Message-ID, as they do when the mail
     *     server's answer was lost: mail programs show them once, and the timeline flags them
     * @param late reminders that came after they were worth anything
     * @param unexpected messages that belong to no visit of the agenda
     */
    record Verdict(int silent, int doubled, int repeated, int late, int unexpected) {}
}
