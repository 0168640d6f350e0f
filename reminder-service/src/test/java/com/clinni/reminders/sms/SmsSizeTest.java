package com.clinni.reminders.sms;

import static com.clinni.reminders.sms.SmsSize.Encoding.GSM_7;
import static com.clinni.reminders.sms.SmsSize.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.reminders.sms.SmsSize.Encoding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSizeTest {

    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of("", GSM_7, 0, 1),
                Arguments.of("a".repeat(160), GSM_7, 160, 1),
                Arguments.of("a".repeat(161), GSM_7, 161, 2),
                Arguments.of("a".repeat(306), GSM_7, 306, 2),
                Arguments.of("a".repeat(307), GSM_7, 307, 3),
                Arguments.of("€".repeat(80), GSM_7, 160, 1),
                Arguments.of("€".repeat(81), GSM_7, 162, 2),
                // an escaped letter at the end of a part moves to the next one
                Arguments.of("a".repeat(152) + "€" + "a".repeat(152), GSM_7, 306, 3),
                Arguments.of("a".repeat(151) + "€" + "a".repeat(153), GSM_7, 306, 2),
                Arguments.of("á" + "a".repeat(69), UCS_2, 70, 1),
                Arguments.of("á" + "a".repeat(70), UCS_2, 71, 2),
                Arguments.of("á" + "a".repeat(133), UCS_2, 134, 2),
                Arguments.of("á" + "a".repeat(134), UCS_2, 135, 3),
                Arguments.of("🙂".repeat(35), UCS_2, 70, 1),
                Arguments.of("🙂".repeat(36), UCS_2, 72, 2),
                // a surrogate pair is not cut in two: 66 of 67 units are used
                Arguments.of("🙂".repeat(67), UCS_2, 134, 3));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_text_is_billed_as_the_network_counts_it(
            String text, Encoding encoding, int units, int segments) {
        assertThat(SmsSize.of(text)).isEqualTo(new SmsSize(encoding, units, segments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"á", "í", "ó", "ú", "Á", "Í", "Ó", "Ú", "ç", "ï", "·", "ª", "º", "’"})
    void letters_that_turn_everything_into_ucs_2_have_a_cheap_spelling(String letter) {
        assertThat(SmsSize.of(letter).encoding()).isEqualTo(UCS_2);
        assertThat(SmsSize.of(CheapLetters.of(letter)).encoding()).isEqualTo(GSM_7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "à", "è", "ò", "ñ", "Ñ", "ü", "¿", "¡", "Ç", "€", "@", "\n", "{"})
    void letters_of_gsm_7_stay_as_they_are(String letter) {
        assertThat(SmsSize.of(letter).encoding()).isEqualTo(GSM_7);
        assertThat(CheapLetters.of(letter)).isEqualTo(letter);
    }

    @Test
    void what_has_no_cheap_spelling_stays() {
        assertThat(CheapLetters.of("Sábado · L’Hospitalet, 4.º 🙂 e\u0301"))
                .isEqualTo("Sabado . L'Hospitalet, 4.o 🙂 é");
    }
}
