package com.clinni.system;

import static com.clinni.system.TestClinic.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clinics write their own texts, and their patients read them in their language and hour. */
class OwnWordsTest extends Journey {

    private final OffsetDateTime start = in(Duration.ofHours(5));

    @Test
    void a_catalan_clinic_speaks_catalan_on_the_clock_of_barcelona() {
        var clinic =
                TestClinic.by(clinni, "WHATSAPP")
                        .with("name", "Clínica Gràcia")
                        .with("language", "ca")
                        .save();
        var words = Map.of("whatsapp", "Bon dia, {patient}: us esperem el {date} a les {time}.");
        var preview = clinni.previewTexts(clinic.id(), "ca", words).orThrow().body();
        assertThat(preview.at("/typical/whatsapp").asText()).startsWith("Bon dia, Ana: us esperem");
        clinni.writeTexts(clinic.id(), "ca", words).orThrow();

        assertThat(textTo(clinic))
                .startsWith("Bon dia, Zoraida: us esperem el ")
                .contains(" a les " + hourIn("Europe/Madrid") + ".")
                .contains("missatge automàtic", "Clínica Gràcia");
    }

    @Test
    void a_clinic_in_las_palmas_speaks_spanish_on_the_clock_of_the_canaries() {
        var clinic =
                TestClinic.by(clinni, "WHATSAPP")
                        .with("name", "Centro Las Canteras")
                        .with("zone", "Atlantic/Canary")
                        .save();
        clinni.writeTexts(
                        clinic.id(),
                        "es",
                        Map.of("whatsapp", "Buenas, {patient}: cita el {date} a las {time}."))
                .orThrow();

        assertThat(textTo(clinic))
                .startsWith("Buenas, Zoraida: cita el ")
                .contains(" a las " + hourIn("Atlantic/Canary") + ".")
                .contains("mensaje automático", "Centro Las Canteras");
    }

    @Test
    void a_text_that_names_what_nobody_knows_is_refused_with_its_place() {
        var clinic = TestClinic.byWhatsApp(clinni, "NONE");

        var refused =
                clinni.writeTexts(
                        clinic.id(), "es", Map.of("whatsapp", "{date} {time}\nDr. {doctor}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asText()).isEqualTo("UNKNOWN_VARIABLE");
        assertThat(refused.body().path("line").asInt()).isEqualTo(2);
        assertThat(refused.body().path("column").asInt()).isEqualTo(5);
    }

    private String textTo(TestClinic clinic) {
        var patient = TestPatient.withPhoneAndEmail();
        clinic.book(patient, start);
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(1));
        return whatsAppsTo(patient).getFirst().text();
    }

    private String hourIn(String zone) {
        return DateTimeFormatter.ofPattern("HH:mm")
                .format(start.atZoneSameInstant(ZoneId.of(zone)));
    }
}
