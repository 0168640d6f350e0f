package com.clinni.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BAJA",
                " baja. ",
                "¡Baja!",
                "STOP",
                "Stop 🙏",
                "Darme de baja",
                "Baixa",
                "BÀIXA",
                "donar-me de baixa",
                "Quero darme de baixa",
                "Utzi",
                "baja eman",
                "Unsubscribe"
            })
    void the_whole_message_opts_out_however_it_is_spelt(String text) {
        assertThat(Meaning.of(text)).isEqualTo(Meaning.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No puedo ir",
                "Hola, no podré asistir mañana, lo siento.",
                "CANCELO",
                "Quería anular, gracias",
                "No puc venir",
                "Cancel·lo la visita",
                "Non podo ir",
                "Ezin naiz etorri",
                "Sorry, I can't make it",
                "I won't be able to come"
            })
    void not_coming_may_stand_anywhere_in_a_short_message(String text) {
        assertThat(Meaning.of(text)).isEqualTo(Meaning.NOT_COMING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "🙂", "Estoy de baja médica", "¿La consulta está en la planta baja?",
                        "Non stop",
                "No cancelo", "¿Puedo ir antes?", "no anular", "cancelopatía", "Gracias"
            })
    void everything_else_means_nothing_to_a_machine(String text) {
        assertThat(Meaning.of(text)).isEqualTo(Meaning.ANYTHING);
    }

    @Test
    void a_message_is_short_up_to_forty_words() {
        assertThat(Meaning.of("bla ".repeat(37) + "no puedo ir")).isEqualTo(Meaning.NOT_COMING);
        assertThat(Meaning.of("bla ".repeat(38) + "no puedo ir")).isEqualTo(Meaning.ANYTHING);
    }

    @Test
    void a_long_story_is_left_to_people() {
        assertThat(Meaning.of("bla ".repeat(50) + "no puedo ir")).isEqualTo(Meaning.ANYTHING);
    }
}
