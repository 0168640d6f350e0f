package com.clinni.system;

import com.clinni.testbed.client.Clinni;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A clinic of one test's own. Its reminders are due as soon as a visit is booked. */
final class TestClinic {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Clinni clinni;
    private final String id = "clinic-" + NEXT.getAndIncrement();
    private final Map<String, Object> profile = new HashMap<>();

    private TestClinic(Clinni clinni) {
        this.clinni = clinni;
        profile.put("name", "Centro " + id);
        profile.put("phone", "+34 910 000 001");
        profile.put("address", "Calle Ficticia 1");
        profile.put("zone", "Europe/Madrid");
        profile.put("language", "es");
        profile.put("account", "PRO");
        profile.put("channel", "WHATSAPP");
        profile.put("reminders", List.of(Map.of("before", "PT24H")));
        profile.put("fallback", "NONE");
        profile.put("fallbackAfter", "PT0S");
        // journeys run at any hour of the day
        profile.put("quietHours", null);
    }

    static TestClinic byWhatsApp(Clinni clinni, String fallback) {
        return new TestClinic(clinni).with("fallback", fallback).save();
    }

    static TestClinic by(Clinni clinni, String channel) {
        return new TestClinic(clinni).with("channel", channel).save();
    }

    TestClinic with(String field, Object value) {
        profile.put(field, value);
        return this;
    }

    TestClinic save() {
        clinni.putClinic(id, profile).orThrow();
        return this;
    }

    String id() {
        return id;
    }

    String name() {
        return (String) profile.get("name");
    }

    /** Books a visit some hours ahead. */
    BookedVisit book(TestPatient patient) {
        return book(patient, in(Duration.ofHours(5)));
    }

    BookedVisit book(TestPatient patient, OffsetDateTime startsAt) {
        return book(Map.of("patient", patient.json(), "startsAt", startsAt.toString()));
    }

    /** Books a visit under an id that the clinic's own software gave it. */
    BookedVisit book(String appointmentId, TestPatient patient, OffsetDateTime startsAt) {
        return book(
                Map.of(
                        "appointmentId", appointmentId,
                        "patient", patient.json(),
                        "startsAt", startsAt.toString()));
    }

    private BookedVisit book(Map<String, ?> appointment) {
        var answer = clinni.book(id, appointment).orThrow().body();
        return new BookedVisit(id, answer.path("appointmentId").asText());
    }

    static OffsetDateTime in(Duration ahead) {
        return OffsetDateTime.now(ZoneOffset.UTC).plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }
}
