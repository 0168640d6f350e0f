package com.clinni.testbed.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusHtmlTest {

    private static final StatusTable TABLE =
            new StatusTable(
                    List.of(
                            new StatusTable.Row("Mail", "http://localhost/mail", true, true, null),
                            new StatusTable.Row("Kafka", "localhost:9092", false, false, null)));

    private final Locale machines = Locale.getDefault();

    @AfterEach
    void as_before() {
        Locale.setDefault(machines);
    }

    @Test
    void spanish_is_spanish_whatever_this_machine_speaks() {
        Locale.setDefault(Locale.ENGLISH);

        assertThat(StatusHtml.page(TABLE, Locale.of("es")))
                .contains("<html lang=\"es\">", "Partes del sistema", "En marcha", "No responde")
                .contains("Correo", "Kafka")
                .doesNotContain("Parts of the system", "Does not answer");
        assertThat(StatusHtml.missing(Locale.of("es"))).contains("Aquí no hay nada.");
    }

    @Test
    void english_is_english_whatever_this_machine_speaks() {
        Locale.setDefault(Locale.of("es"));

        assertThat(StatusHtml.page(TABLE, Locale.ENGLISH))
                .contains("<html lang=\"en\">", "Parts of the system", "Mail");
        assertThat(StatusHtml.missing(Locale.ENGLISH)).contains("There is nothing here.");
    }
}
