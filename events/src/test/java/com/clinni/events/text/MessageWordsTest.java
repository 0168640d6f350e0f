package com.clinni.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Clínica de Fisioterapia Nordés | Fisioterapia",
                "Institut d'ONCOLOGÍA           | ONCOLOGÍA",
                "Centro Embara\u0301s           | Embara\u0301s",
                "Unidad VIH                     | VIH",
                "Ｐｓｉｃｏｌｏｇía del Mar      | Ｐｓｉｃｏｌｏｇía",
            })
    void a_medical_word_is_named_as_it_was_written(String text, String word) {
        assertThat(MessageWords.medical(text).map(TextMatch::words)).contains(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gran oferta dental  | oferta",
                "Ana PROMOCIÓN       | PROMOCIÓN",
                "Blan\u200Bqueo 2x1  | 2x1",
            })
    void an_advertisement_is_named_as_it_was_written(String text, String word) {
        assertThat(MessageWords.marketing(text).map(TextMatch::words)).contains(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana 600 000 123          | 600 000 123",
                "Centro Sol (910000001)   | 910000001",
                "Ana +44 7911 123456 Sol  | +44 7911 123456",
            })
    void a_phone_number_is_named_as_it_was_written(String text, String number) {
        assertThat(MessageWords.phoneNumber(text).map(TextMatch::words)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana María",
                "M.ª José",
                "Clínica Prado",
                "Centro Médico Nuestra Señora del Mar 2",
                "Avenida de la Constitución de 1978, 123, escalera B, 4.º izquierda, 08000 Sort",
                "Ctra. N-340, km 1.034, 12598 Peñíscola",
                "C/ Mayor, 1-3, bajos",
                "Sr./Sra.",
            })
    void ordinary_names_and_addresses_have_none_of_them(String text) {
        assertThat(MessageWords.medical(text)).isEmpty();
        assertThat(MessageWords.marketing(text)).isEmpty();
        assertThat(MessageWords.phoneNumber(text)).isEmpty();
        assertThat(WebLinks.firstIn(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "www.example.test                 | www example test",
                "Ana https://example.test/a?b=c d | Ana https example test/a?b=c d",
                "Clínica-Prado.es                 | Clínica-Prado es",
                "bit.ly/x y wa.me/600000123       | bit ly/x y wa me/600000123",
                "exam\u200Bple.com                | exam\u200Bple com",
                "example．com                      | example com",
                "niño.online                      | niño online",
            })
    void a_link_is_found_and_broken(String text, String broken) {
        assertThat(WebLinks.firstIn(text)).isPresent();
        assertThat(WebLinks.broken(text)).isEqualTo(broken);
        assertThat(WebLinks.firstIn(WebLinks.broken(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a-", "www.", "a", "é", "1 2,", "oferta", "x@", "ﷺ"})
    void a_text_of_any_length_is_read(String part) {
        var text = part.repeat(10_000);

        assertThat(WebLinks.broken(text)).doesNotContain(".com");
        assertThat(MessageWords.medical(text)).isEmpty();
        assertThat(MessageWords.phoneNumber(text)).isEmpty();
    }

    @Test
    void a_match_knows_its_place_and_prints_no_words() {
        var match = MessageWords.medical("Sol de oncología");

        assertThat(match.map(TextMatch::start)).isEqualTo(Optional.of(7));
        assertThat(match.orElseThrow()).hasToString("TextMatch[7]");
    }
}
