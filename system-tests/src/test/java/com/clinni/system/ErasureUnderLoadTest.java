package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.client.ReceivedMessage;
import com.clinni.testbed.run.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** Patients are erased while hundreds of others are booked and written to. */
class ErasureUnderLoadTest extends Journey {

    private static final String CANARY = "Borrada";
    private static final int VISITS = 240;
    private static final int EVERY_EIGHTH = 8;

    /** So many bookings after its own a patient's erasure is asked for. */
    private static final int LATER = 24;

    private final Map<TestPatient, BookedVisit> staying = new ConcurrentHashMap<>();
    private final Map<TestPatient, BookedVisit> erased = new ConcurrentHashMap<>();
    private final Map<TestPatient, JsonNode> done = new HashMap<>();
    private final Map<TestPatient, Instant> seenDone = new HashMap<>();

    @Test
    void the_erased_hear_nothing_more_and_stand_nowhere_and_everybody_else_hears_once()
            throws Exception {
        bookAndErase(
                List.of(
                        TestClinic.byWhatsApp(clinni, "EMAIL"),
                        TestClinic.by(clinni, "EMAIL"),
                        bySms()));

        eventually(() -> assertThat(lookAtErasures()).containsAll(erased.keySet()));
        noDatabaseHasAnythingOfThem();
        eventually(() -> assertThat(heard(staying)).containsOnlyKeys(staying.keySet()));

        assertThat(heard(staying))
                .allSatisfy(
                        (patient, messages) ->
                                assertThat(messages.size() == 1 || isFlagged(staying.get(patient)))
                                        .as("%s: once, or flagged", patient.id())
                                        .isTrue());
        assertThat(heard(erased))
                .allSatisfy(
                        (patient, messages) ->
                                assertThat(messages)
                                        .allMatch(
                                                each -> !each.at().isAfter(seenDone.get(patient))));
        assertThat(erased.values())
                .allSatisfy(
                        visit ->
                                assertThat(state(visit))
                                        .isIn("CANCELLED", "SKIPPED", "SENT", "DELIVERED", "READ"));
        noDatabaseHasAnythingOfThem();
        topicsGotNothingMoreAndForgetInTime();
    }

    /** The system itself says that it may have been sent twice: an e-mail's lost answer. */
    private boolean isFlagged(BookedVisit visit) {
        return timeline(visit).getFirst().path("possibleDuplicate").asBoolean();
    }

    private TestClinic bySms() {
        var clinic = TestClinic.by(clinni, "SMS");
        clinni.topUp(clinic.id(), VISITS * 2, "invoice of " + clinic.id()).orThrow();
        return clinic;
    }

    private void bookAndErase(List<TestClinic> clinics) throws InterruptedException {
        var work = new ArrayList<Runnable>();
        var asked = new ArrayList<Runnable>();
        for (var n = 0; n < VISITS; n++) {
            var clinic = clinics.get(n % clinics.size());
            var patient = TestPatient.withPhoneAndEmail();
            if (n % EVERY_EIGHTH == 0) {
                var leaving = patient.called(CANARY);
                work.add(() -> bookTwo(clinic, leaving));
                asked.add(() -> clinni.erase(clinic.id(), leaving.id()).orThrow());
            } else {
                work.add(() -> staying.put(patient, clinic.book(patient)));
            }
            if (n >= LATER && n % EVERY_EIGHTH == 0) {
                work.add(asked.removeFirst());
            }
        }
        work.addAll(asked);
        try (var callers = Executors.newFixedThreadPool(3)) {
            for (var call : callers.invokeAll(work.stream().map(Executors::callable).toList())) {
                assertThat(call).succeedsWithin(Duration.ZERO);
            }
        }
    }

    /** One visit whose reminder is due, and one whose reminder is planned. */
    private void bookTwo(TestClinic clinic, TestPatient patient) {
        clinic.book(patient, TestClinic.in(Duration.ofDays(3)));
        erased.put(patient, clinic.book(patient));
    }

    private Iterable<TestPatient> lookAtErasures() {
        erased.forEach(
                (patient, visit) -> {
                    if (!done.containsKey(patient)) {
                        var progress =
                                clinni.erasure(visit.clinicId(), patient.id()).orThrow().body();
                        if (progress.path("done").asBoolean()) {
                            done.put(patient, progress);
                            seenDone.put(patient, Instant.now());
                        }
                    }
                });
        return done.keySet();
    }

    private void noDatabaseHasAnythingOfThem() {
        assertThat(Stream.of(Service.values()))
                .allSatisfy(
                        service ->
                                assertThat(CanarySearch.find(system.database(service), words()))
                                        .as(service.module())
                                        .isEmpty());
    }

    private String[] words() {
        return Stream.concat(
                        Stream.of(CANARY),
                        erased.keySet().stream().map(ErasureUnderLoadTest::digits))
                .toArray(String[]::new);
    }

    private static String digits(TestPatient patient) {
        return patient.phone().substring(1);
    }

    /** Their messages and everybody's else, by patient. */
    private Map<TestPatient, List<ReceivedMessage>> heard(Map<TestPatient, BookedVisit> patients) {
        var all =
                Stream.of("whatsapp", "mail", "sms")
                        .flatMap(channel -> simulators.received(channel).stream())
                        .toList();
        var heard = new HashMap<TestPatient, List<ReceivedMessage>>();
        for (var patient : patients.keySet()) {
            var theirs =
                    all.stream()
                            .filter(
                                    each ->
                                            each.to().equals(patient.phone())
                                                    || each.to().equals(patient.email()))
                            .toList();
            if (!theirs.isEmpty()) {
                heard.put(patient, theirs);
            }
        }
        return heard;
    }

    private void topicsGotNothingMoreAndForgetInTime() throws Exception {
        var records = KafkaRecords.at(system.kafka());
        var kept = longestKept();
        for (var patient : erased.keySet()) {
            assertThat(records.keysAndHeadersWith(patient.email())).isEmpty();
            assertThat(records.keysAndHeadersWith(digits(patient))).isEmpty();
            for (var word : List.of(patient.email(), digits(patient))) {
                assertThat(records.with(word))
                        .allSatisfy(
                                record -> {
                                    var written = Instant.ofEpochMilli(record.timestamp());
                                    assertThat(written)
                                            .as(record.topic())
                                            .isBeforeOrEqualTo(seenDone.get(patient));
                                    assertThat(written.plus(kept.get(record.topic())))
                                            .as(record.topic())
                                            .isBeforeOrEqualTo(promised(patient, record.topic()));
                                });
            }
        }
    }

    private Instant promised(TestPatient patient, String topic) {
        var field = topic.endsWith(".dead-letter") ? "deadLettersForgetAt" : "topicsForgetAt";
        return Instant.parse(done.get(patient).path(field).asText());
    }

    /** By topic, how old a record may be when the broker deletes it, by the broker's settings. */
    private Map<String, Duration> longestKept() throws Exception {
        var topics =
                Topics.ALL.stream()
                        .map(each -> new ConfigResource(ConfigResource.Type.TOPIC, each.name()))
                        .toList();
        var kept = new HashMap<String, Duration>();
        try (var admin = Admin.create(Map.of("bootstrap.servers", system.kafka()))) {
            admin.describeConfigs(topics)
                    .all()
                    .get()
                    .forEach(
                            (topic, settings) ->
                                    kept.put(
                                            topic.name(),
                                            Duration.ofMillis(
                                                    Long.parseLong(
                                                                    settings.get("retention.ms")
                                                                            .value())
                                                            + Long.parseLong(
                                                                    settings.get("segment.ms")
                                                                            .value()))));
        }
        return kept;
    }
}
