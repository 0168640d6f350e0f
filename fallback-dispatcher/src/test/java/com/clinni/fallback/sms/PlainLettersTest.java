package com.clinni.fallback.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.SmsAccents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLettersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sr. José María Íñiguez Núñez|Sr. José Maria Iñiguez Nuñez",
                "Mañana, miércoles, ¿vendrá?|Mañana, miércoles, ¿vendra?",
                "ÁÍÓÚ áíóú ÀÈÌÒÙ àèìòù|AIOU aiou AEIOU àèìòù",
                "Us recordem la visita de la Mar Bel·la, a les nou del matí, plaça Çelrà|"
                        + "Us recordem la visita de la Mar Bel.la, a les nou del mati, placa Çelrà",
                "Lembrámoslle a súa cita ás nove|Lembramoslle a sua cita as nove",
                "1ª planta, nº 3, 2.º A|1a planta, no 3, 2.o A",
                "«Sol» “Mar” ‘Ría’ l’hora|\"Sol\" \"Mar\" 'Ria' l'hora",
                "de 9–10 — puntual…|de 9-10 - puntual...",
                "façana naïf pingüí|facana naif pingüi",
                "Łukasz Đorđe Šimková Œuvre|Lukasz Dorde Simkova OEuvre",
                "12 € [sin cita]|12 € [sin cita]"
            })
    void letters_that_gsm_lacks_give_way_and_the_others_stay(String written, String sent) {
        assertThat(PlainLetters.of(written, SmsAccents.PLAIN)).isEqualTo(sent);
        assertThat(Segments.cut(sent).isGsm()).isTrue();
    }

    @Test
    void accents_that_are_written_apart_are_put_together_first() {
        assertThat(PlainLetters.of("Jose\u0301 Mari\u0301a Nun\u0303ez", SmsAccents.PLAIN))
                .isEqualTo("José Maria Nuñez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mañana está 😀", "你好, está", "Здравствуйте, María", "Κλινική Ría"})
    void a_text_with_anything_that_has_no_plain_form_stays_as_it_was(String text) {
        assertThat(PlainLetters.of(text, SmsAccents.PLAIN)).isEqualTo(text);
        assertThat(Segments.cut(text).isGsm()).isFalse();
    }

    @Test
    void nothing_changes_for_a_clinic_that_did_not_choose_it() {
        assertThat(PlainLetters.of("Mañana está", SmsAccents.KEEP)).isEqualTo("Mañana está");
        assertThat(PlainLetters.of("Mañana está", null)).isEqualTo("Mañana está");
    }
}
