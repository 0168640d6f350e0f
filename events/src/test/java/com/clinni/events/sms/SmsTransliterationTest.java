package com.clinni.events.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.SmsAccents;
import com.clinni.events.sms.SmsSegments.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTransliterationTest {

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
                "5° izq.|5o izq.",
                "Plaça del Paral·lel, bústia CO•2|Placa del Paral.lel, bustia CO.2",
                "1ª planta, nº 3, 2.º A|1a planta, no 3, 2.o A",
                "«Sol» “Mar” ‘Ría’ l’hora|\"Sol\" \"Mar\" 'Ria' l'hora",
                "de 9–10 — puntual…|de 9-10 - puntual...",
                "façana naïf pingüí|facana naif pingüi",
                "Łukasz Đorđe Šimková Œuvre|Lukasz Dorde Simkova OEuvre",
                "12 € [sin cita]|12 € [sin cita]"
            })
    void letters_that_gsm_lacks_give_way_and_the_others_stay(String written, String sent) {
        assertThat(SmsTransliteration.of(written, SmsAccents.PLAIN)).isEqualTo(sent);
        assertThat(SmsSegments.of(sent).encoding()).isEqualTo(Encoding.GSM_7);
    }

    @Test
    void accents_that_are_written_apart_are_put_together_first() {
        assertThat(SmsTransliteration.of("Jose\u0301 Mari\u0301a Nun\u0303ez", SmsAccents.PLAIN))
                .isEqualTo("José Maria Nuñez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mañana está 😀", "你好, está", "Здравствуйте, María", "Κλινική Ría"})
    void a_text_with_anything_that_has_no_plain_form_stays_as_it_was(String text) {
        assertThat(SmsTransliteration.of(text, SmsAccents.PLAIN)).isEqualTo(text);
        assertThat(SmsSegments.of(text).encoding()).isEqualTo(Encoding.UCS_2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"á", "í", "ó", "ú", "Á", "Í", "Ó", "Ú", "ç", "ï", "·", "ª", "º", "’"})
    void letters_that_turn_everything_into_ucs_2_have_a_plain_spelling(String letter) {
        assertThat(SmsSegments.of(letter).encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(SmsSegments.of(SmsTransliteration.of(letter, SmsAccents.PLAIN)).encoding())
                .isEqualTo(Encoding.GSM_7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "à", "è", "ò", "ñ", "Ñ", "ü", "¿", "¡", "Ç", "€", "@", "\n", "{"})
    void letters_of_gsm_7_stay_as_they_are_beside_one_that_changes(String letter) {
        assertThat(SmsTransliteration.of(letter + "á", SmsAccents.PLAIN)).isEqualTo(letter + "a");
    }

    @Test
    void nothing_changes_for_a_clinic_that_did_not_choose_it() {
        assertThat(SmsTransliteration.of("Mañana está", SmsAccents.KEEP)).isEqualTo("Mañana está");
        assertThat(SmsTransliteration.of("Mañana está", null)).isEqualTo("Mañana está");
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_and_its_accent_are_one_character(SmsAccents accents) {
        var sent = SmsTransliteration.of("Man\u0303ana a las 9, cafe\u0301", accents);

        assertThat(sent).isEqualTo("Mañana a las 9, café");
        assertThat(SmsSegments.of(sent).encoding()).isEqualTo(Encoding.GSM_7);
    }

    @Test
    void what_gsm_7_lacks_is_named_as_the_clinic_sends_it() {
        var text = "Está en la 2.ª de Málaga, mañana 😀";

        assertThat(SmsTransliteration.outsideGsm7(text, SmsAccents.KEEP))
                .containsExactly("á", "ª", "😀");
        assertThat(SmsTransliteration.outsideGsm7(text, SmsAccents.PLAIN)).containsExactly("😀");
    }
}
