package com.clinni.system;

import com.clinni.testbed.agent.ShiftedClock;
import com.clinni.testbed.client.AccessTokens;
import com.clinni.testbed.client.Clinni;
import com.clinni.testbed.run.LocalProcess;
import com.clinni.testbed.run.LocalSystem;
import com.clinni.testbed.run.Ports;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * appointments-service and the identity provider, with short-lived tokens, people that change and a
 * clock that can be moved. Two clinics are there: prado, where the reception is, and ribera.
 */
final class SignInSystem implements AutoCloseable {

    static final int TOKEN_SECONDS = 40;
    static final String RECEPTION = "recepcion-prado";

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final LocalSystem system;
    private final Path people;
    private final Clinni clinni;

    private SignInSystem(LocalSystem system, Path people) {
        this.system = system;
        this.people = people;
        var ports = system.ports();
        clinni =
                new Clinni(
                        ports.of(Service.APPOINTMENTS),
                        ports.of(Service.REMINDERS),
                        ports.of(Service.WHATSAPP),
                        ports.of(Service.FALLBACK),
                        ports.identity());
    }

    static SignInSystem start() throws IOException {
        var data = Files.createTempDirectory(Path.of("target"), "sign-in-").toAbsolutePath();
        var people = Files.createDirectories(data.resolve("identity")).resolve("people.json");
        Files.writeString(people, json("centro"));
        var options =
                SystemOptions.of(ROOT, data, Ports.free())
                        .only(Set.of(Service.APPOINTMENTS))
                        .withAgent(data.resolve("faults"));
        var started = new SignInSystem(LocalSystem.start(options), people);
        started.save("prado", "Centro Prado");
        started.save("ribera", "Centro Ribera");
        return started;
    }

    /** The page of the day of the clinic prado. */
    String day() {
        return "http://localhost:" + system.ports().of(Service.APPOINTMENTS) + "/clinics/prado/day";
    }

    /** The address by which people sign out. */
    String signOut() {
        return "http://localhost:" + system.ports().of(Service.APPOINTMENTS) + "/sign-out";
    }

    /** As a head of support. */
    Clinni clinni() {
        return clinni;
    }

    ShiftedClock clock() {
        return system.clock();
    }

    LocalProcess identity() {
        return system.process("identity");
    }

    int identityPort() {
        return system.ports().identity();
    }

    /** The reception's only role from now on; an empty one is none. */
    void allow(String role) throws IOException {
        Files.writeString(people, json(role));
    }

    /** Books at prado and returns the visit's id. */
    String book(OffsetDateTime startsAt) {
        var patient = TestPatient.withPhoneAndEmail();
        return clinni.book(
                        "prado", Map.of("patient", patient.json(), "startsAt", startsAt.toString()))
                .orThrow()
                .body()
                .path("appointmentId")
                .asText();
    }

    /** The access log, as a head of support reads it. */
    JsonNode audit(String query) throws IOException, InterruptedException {
        var token = new AccessTokens(identityPort(), "responsable", null).current();
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(day()).resolve("/audit?" + query))
                            .header("Authorization", "Bearer " + token);
            return new ObjectMapper()
                    .readTree(http.send(request.build(), BodyHandlers.ofString()).body());
        }
    }

    /** What a program gets that asks for the day with these headers. */
    int statusOf(String... headers) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(day()));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Override
    public void close() {
        system.close();
    }

    private static String json(String role) {
        return """
        {"tokenSeconds": %d,
         "people": [{"subject": "%s", "name": "Recepción", "roles": [%s], "clinics": ["prado"]}],
         "machines": ["appointments-service"]}
        """
                .formatted(TOKEN_SECONDS, RECEPTION, role.isEmpty() ? "" : '"' + role + '"');
    }

    private void save(String clinicId, String name) {
        clinni.putClinic(
                        clinicId,
                        Map.of(
                                "name",
                                name,
                                "phone",
                                "+34 910 000 001",
                                "zone",
                                "Europe/Madrid",
                                "account",
                                "PRO",
                                "channel",
                                "WHATSAPP",
                                "reminders",
                                List.of(Map.of("before", "PT24H"))))
                .orThrow();
    }
}
