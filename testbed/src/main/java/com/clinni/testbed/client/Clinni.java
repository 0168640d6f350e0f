package com.clinni.testbed.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The four services over HTTP, as clinics, support staff and operators call them. */
public final class Clinni {

    private final Http appointments;
    private final Http texts;
    private final Http whatsapp;
    private final Http fallback;

    /** The services on this machine, each at its own port, as a head of support calls them. */
    public Clinni(
            int appointmentsPort,
            int remindersPort,
            int whatsappPort,
            int fallbackPort,
            int identityPort) {
        this(
                appointmentsPort,
                remindersPort,
                whatsappPort,
                fallbackPort,
                new AccessTokens(identityPort, "responsable", null));
    }

    /** The same services, as whoever the tokens are of calls them. */
    public Clinni(
            int appointmentsPort,
            int remindersPort,
            int whatsappPort,
            int fallbackPort,
            AccessTokens tokens) {
        this.appointments = new Http(local(appointmentsPort), tokens);
        this.texts = new Http(local(remindersPort), tokens);
        this.whatsapp = new Http(local(whatsappPort), tokens);
        this.fallback = new Http(local(fallbackPort), tokens);
    }

    static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }

    public Answer putClinic(String clinicId, Map<String, ?> clinic) {
        return appointments.put("/clinics/" + clinicId, clinic);
    }

    public Answer book(String clinicId, Map<String, ?> appointment) {
        return appointments.post("/clinics/" + clinicId + "/appointments", appointment);
    }

    /** Booked once, however often it is asked for under the same key. */
    public Answer book(String clinicId, Map<String, ?> appointment, String idempotencyKey) {
        return appointments.post(
                "/clinics/" + clinicId + "/appointments",
                appointment,
                "Idempotency-Key",
                idempotencyKey);
    }

    public Answer importAgenda(String clinicId, byte[] csv) {
        return appointments.post("/clinics/" + clinicId + "/appointments/import", csv, "text/csv");
    }

    public Answer move(String clinicId, String appointmentId, OffsetDateTime startsAt) {
        return appointments.put(
                visit(clinicId, appointmentId) + "/start", Map.of("startsAt", startsAt.toString()));
    }

    public Answer cancel(String clinicId, String appointmentId) {
        return appointments.delete(visit(clinicId, appointmentId));
    }

    /** A patient's data must go from everywhere; the answer tells how far it is. */
    public Answer erase(String clinicId, String patientId) {
        return appointments.delete(
                patient(clinicId, patientId), Map.of("reason", "the patient asked for it"));
    }

    /** The progress of the erasure of a patient. */
    public Answer erasure(String clinicId, String patientId) {
        return appointments.get(patient(clinicId, patientId) + "/erasure");
    }

    /** A clinic's own texts for its reminders in a language; parts that are left out stay. */
    public Answer writeTexts(String clinicId, String language, Map<String, String> parts) {
        return texts.put("/clinics/" + clinicId + "/templates/reminder/" + language, parts);
    }

    /** What its reminders in a language would look like. */
    public Answer previewTexts(String clinicId, String language, Map<String, String> parts) {
        return texts.post(
                "/clinics/" + clinicId + "/templates/reminder/" + language + "/preview", parts);
    }

    /** The link by which a person sends the reminder. */
    public Answer manualLink(String clinicId, String appointmentId) {
        return appointments.get(visit(clinicId, appointmentId) + "/manual-link");
    }

    public Answer sentByHand(String clinicId, String appointmentId) {
        return appointments.post(visit(clinicId, appointmentId) + "/sent-by-hand", Map.of());
    }

    /** The timeline of one appointment's reminders. */
    public List<JsonNode> reminders(String clinicId, String appointmentId) {
        return list(appointments.get(visit(clinicId, appointmentId) + "/reminders"));
    }

    /** All reminders of a clinic, page after page. */
    public List<JsonNode> remindersOf(String clinicId) {
        var all = new ArrayList<JsonNode>();
        for (var page = 0; ; page++) {
            var answer = appointments.get("/clinics/" + clinicId + "/reminders?page=" + page);
            var items = items(answer);
            if (items.isEmpty()) {
                return all;
            }
            all.addAll(items);
        }
    }

    /** One page of a clinic's reminders by any query, e.g. {@code state=QUEUED&size=1}. */
    public List<JsonNode> remindersOf(String clinicId, String query) {
        return items(appointments.get("/clinics/" + clinicId + "/reminders?" + query));
    }

    /** A clinic's today as its page shows it. */
    public Answer day(String clinicId) {
        return appointments.get("/clinics/" + clinicId + "/day");
    }

    /** A clinic was asked to write to a number again. */
    public Answer optIn(String clinicId, String phone) {
        return whatsapp.post(
                "/clinics/" + clinicId + "/opt-ins",
                Map.of("phone", phone, "reason", "lo pidió por teléfono"));
    }

    /** The outages of lines that touch the time since then. */
    public Answer outages(Instant since) {
        return whatsapp.get("/outages?from=" + since);
    }

    public Answer lines() {
        return whatsapp.get("/lines");
    }

    public Answer topUp(String clinicId, int segments, String reference) {
        return fallback.post(
                "/clinics/" + clinicId + "/sms-credit/top-ups",
                Map.of("segments", segments, "reference", reference, "reason", "top-up paid"));
    }

    public Answer credit(String clinicId) {
        return fallback.get("/clinics/" + clinicId + "/sms-credit");
    }

    /** What a clinic's current month came to. */
    public Answer report(String clinicId) {
        return appointments.get("/clinics/" + clinicId + "/report");
    }

    /** What the clinic's last foretold day will take. */
    public Answer forecast(String clinicId) {
        return fallback.get("/clinics/" + clinicId + "/forecast");
    }

    /** What stands undelivered for a clinic. */
    public List<JsonNode> needingAttention(String clinicId) {
        return items(
                fallback.get("/dead-letters?state=NEEDS_ATTENTION&clinic=" + encoded(clinicId)));
    }

    /** Dead letters by any query, e.g. {@code cause=UNREADABLE}. */
    public List<JsonNode> deadLetters(String query) {
        return items(fallback.get("/dead-letters?" + query));
    }

    public Answer discard(String deadLetterId, String reason) {
        return fallback.post(
                "/dead-letters/" + deadLetterId + "/discard", Map.of("reason", reason));
    }

    public Answer replay(List<String> ids, boolean dryRun, String idempotencyKey) {
        return fallback.post(
                "/replays",
                Map.of("ids", ids, "dryRun", dryRun, "reason", "WhatsApp is back"),
                "Idempotency-Key",
                idempotencyKey);
    }

    private static String visit(String clinicId, String appointmentId) {
        return "/clinics/" + clinicId + "/appointments/" + appointmentId;
    }

    private static String patient(String clinicId, String patientId) {
        return "/clinics/" + clinicId + "/patients/" + patientId;
    }

    private static List<JsonNode> items(Answer answer) {
        var body = answer.orThrow().body();
        return nodes(body.isArray() ? body : body.path("items"));
    }

    private static List<JsonNode> list(Answer answer) {
        return nodes(answer.orThrow().body());
    }

    private static List<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
