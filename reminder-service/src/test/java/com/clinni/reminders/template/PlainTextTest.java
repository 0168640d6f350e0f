package com.clinni.reminders.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @CsvSource({
        "'  Ana  ', Ana",
        "'Ana\r\nBcc: x', Ana Bcc: x",
        "'Ana\u0000\u0007\u009F', Ana",
        "'An\u202Ea\u202C', Ana",
        "'\u2066Ana\u2069\u200F', Ana",
        "'A\u200Bna\uFEFF', Ana",
        "'María\u00A0 del\u2028Mar', María del Mar",
        "'\t\n', ''",
    })
    void what_cannot_be_seen_or_turns_the_text_is_taken_out(String written, String expected) {
        assertThat(PlainText.of(written, 40)).isEqualTo(expected);
    }

    @Test
    void nothing_written_is_no_text() {
        assertThat(PlainText.of(null, 40)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "{clinic}", "=HYPERLINK()", "Núñez 🙂"})
    void what_can_be_seen_stays(String written) {
        assertThat(PlainText.of(written, 40)).isEqualTo(written);
    }

    @Test
    void a_long_name_is_cut_at_forty_graphemes() {
        assertThat(PlainText.of("a".repeat(40), 40)).isEqualTo("a".repeat(40));
        assertThat(PlainText.of("a".repeat(41), 40)).isEqualTo("a".repeat(39) + "…");
        assertThat(PlainText.of("a".repeat(10_000), 40)).isEqualTo("a".repeat(39) + "…");
    }

    @Test
    void a_grapheme_is_never_split() {
        assertThat(PlainText.of(FAMILY.repeat(3), 2)).isEqualTo(FAMILY + "…");
        assertThat(PlainText.of("e\u0301".repeat(50), 40)).isEqualTo("é".repeat(39) + "…");
        assertThat(PlainText.of("x\u0301".repeat(50), 40)).isEqualTo("x\u0301".repeat(39) + "…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana www.premios.example      | Ana www premios example",
                "https://premios.example/gana | https premios example/gana",
                "Clínica-Prado.es             | Clínica-Prado es",
                "pre\u200Bmios.com            | premios com",
                "Sr. Ruiz, D.                 | Sr. Ruiz, D.",
            })
    void a_link_is_left_as_words(String written, String expected) {
        assertThat(PlainText.of(written, 40)).isEqualTo(expected);
    }

    @Test
    void letters_and_their_accents_are_one_character() {
        assertThat(PlainText.of("Ine\u0301s Mun\u0303oz", 40)).isEqualTo("Inés Muñoz");
    }

    @Test
    void marks_piled_up_without_end_do_not_make_a_message_large() {
        assertThat(PlainText.of("Ana" + "\u0301".repeat(100_000), 40)).isEqualTo("An…");
    }
}
