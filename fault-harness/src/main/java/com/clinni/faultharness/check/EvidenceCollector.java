package com.clinni.faultharness.check;

import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.DueSet;
import com.clinni.faultharness.load.PersistentCalls;
import com.clinni.faultharness.load.Roster;
import com.clinni.testbed.client.Clinni;
import com.clinni.testbed.client.SimulatorControl;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees what patients saw since a run began, and asks the system for its own word. Create it before
 * the first booking.
 */
public final class EvidenceCollector {

    private static final List<String> CHANNELS = List.of("whatsapp", "mail", "sms");

    private final Clinni clinni;
    private final SimulatorControl simulators;
    private final Map<String, Integer> seenBefore = new HashMap<>();

    public EvidenceCollector(Clinni clinni, SimulatorControl simulators) {
        this.clinni = clinni;
        this.simulators = simulators;
        CHANNELS.forEach(
                channel ->
                        seenBefore.put(
                                channel, PersistentCalls.onValue(() -> simulators.count(channel))));
    }

    /** Everything that is known now; ask when nothing is under way any more. */
    public Evidence evidence(
            List<Clinic> clinics, DueSet due, List<Path> logs, Tolerance allowance) {
        var inPlainSight = new HashSet<String>();
        clinics.forEach(clinic -> inPlainSight.addAll(undelivered(clinic)));
        return new Evidence(
                clinics,
                due.all(),
                shown(clinics),
                Set.copyOf(inPlainSight),
                seen(),
                accounts(clinics),
                Leaks.in(logs),
                allowance);
    }

    /** The credit of those that have bought any, by clinic. */
    public Map<String, CreditAccount> accounts(List<Clinic> clinics) {
        var accounts = new HashMap<String, CreditAccount>();
        for (var clinic : clinics) {
            if (clinic.purchased() > 0) {
                var credit = PersistentCalls.on(() -> clinni.credit(clinic.id()));
                accounts.put(clinic.id(), CreditAccount.of(credit.body()));
            }
        }
        return Map.copyOf(accounts);
    }

    /** The system's own word, by reminder. */
    public Map<String, TimelineReminder> shown(List<Clinic> clinics) {
        var shown = new HashMap<String, TimelineReminder>();
        clinics.stream()
                .flatMap(c -> PersistentCalls.onValue(() -> clinni.remindersOf(c.id())).stream())
                .map(TimelineReminder::of)
                .forEach(reminder -> shown.put(reminder.reminderId(), reminder));
        return Map.copyOf(shown);
    }

    /** What patients saw since this witness came; a number of our own is no patient's. */
    public List<SeenMessage> seen() {
        return CHANNELS.stream()
                .flatMap(
                        channel ->
                                records(channel).stream()
                                        .map(record -> SeenMessage.of(channel, record)))
                .filter(message -> !message.to().equals(Roster.OUR_OWN))
                .toList();
    }

    private Set<String> undelivered(Clinic clinic) {
        var ids = new HashSet<String>();
        Stream.iterate(0, page -> page + 1)
                .map(page -> PersistentCalls.onValue(() -> undelivered(clinic, page)))
                .takeWhile(letters -> !letters.isEmpty())
                .flatMap(List::stream)
                .forEach(letter -> ids.add(letter.path("reminderId").asText()));
        return ids;
    }

    private List<JsonNode> undelivered(Clinic clinic, int page) {
        return clinni.deadLetters("state=NEEDS_ATTENTION&clinic=" + clinic.id() + "&page=" + page);
    }

    private List<JsonNode> records(String channel) {
        return PersistentCalls.onValue(
                () -> simulators.records(channel, seenBefore.getOrDefault(channel, 0)));
    }
}
