package com.clinni.system;

import static com.clinni.system.TestClinic.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.NameBasedUuid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Patients of an agenda file, whom the clinic's software names by no id. */
class UnsubscribingTest extends Journey {

    private static final Pattern LINK = Pattern.compile("http\\S+/preferences/\\S+");
    private static final DateTimeFormatter CELLS = DateTimeFormatter.ofPattern("dd/MM/yyyy;HH:mm");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final UUID AGENDAS = UUID.fromString("0f7a3c1e-52d4-4f39-8a55-1d0c7b7e9a20");
    private static final UUID VISITS = UUID.fromString("c6a1f3d5-7e7b-4b52-93f4-2b8f7a6d1e03");

    private final TestClinic clinic = TestClinic.by(clinni, "EMAIL");
    private final TestPatient patient = TestPatient.withPhoneAndEmail();

    @Test
    void who_said_no_by_the_link_in_an_email_hears_nothing_under_a_second_surname()
            throws Exception {
        load("Ruiz", patient.email(), in(Duration.ofHours(5)));
        eventually(() -> assertThat(states()).containsExactly("SENT"));
        var link = LINK.matcher(mailsTo(patient).getFirst().text());
        assertThat(link.find()).isTrue();

        assertThat(choose(link.group())).contains(clinic.name());
        load("Ruiz Soler", patient.email().replace("patient", "PATIENT"), in(Duration.ofHours(6)));

        eventually(() -> assertThat(states()).containsExactlyInAnyOrder("SENT", "SKIPPED"));
        assertThat(simulators.received("mail"))
                .filteredOn(mail -> mail.to().equalsIgnoreCase(patient.email()))
                .hasSize(1);
    }

    @Test
    void no_log_holds_an_id_that_can_be_computed_from_name_number_and_day() {
        var start = in(Duration.ofHours(5));
        load("Ruiz", patient.email(), start);
        eventually(() -> assertThat(states()).containsExactly("SENT"));
        var day =
                NameBasedUuid.of(
                        AGENDAS,
                        "%s/%s ruiz/%s/%s"
                                .formatted(
                                        clinic.id(),
                                        TestPatient.NAME.toLowerCase(Locale.ROOT),
                                        patient.phone(),
                                        start.atZoneSameInstant(MADRID).toLocalDate()));

        var visit = clinni.remindersOf(clinic.id()).getFirst().path("appointmentId").asText();
        assertThat(system.logLinesWith(visit)).isNotEmpty();
        assertThat(system.logLinesWith(NameBasedUuid.of(VISITS, day + "/0").toString())).isEmpty();
    }

    private void load(String surname, String email, OffsetDateTime start) {
        var file =
                """
                Fecha;Hora;Paciente;Teléfono;Email
                %s;%s %s;%s;%s
                """
                        .formatted(
                                CELLS.format(start.atZoneSameInstant(MADRID)),
                                TestPatient.NAME,
                                surname,
                                patient.phone(),
                                email);
        var answer =
                clinni.importAgenda(clinic.id(), file.getBytes(StandardCharsets.UTF_8)).orThrow();
        assertThat(answer.body().path("booked").asInt()).isEqualTo(1);
    }

    private List<String> states() {
        return clinni.remindersOf(clinic.id()).stream()
                .map((JsonNode reminder) -> reminder.path("state").asText())
                .toList();
    }

    private static String choose(String link) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("choice=OFF"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
