package com.clinni.reminders.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.reminders.template.TemplateFault.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {

    private static final Kind REMINDER = Kind.read("reminder");
    private static final Kind DOCUMENT = Kind.read("document-signed");
    private static final String GOOD = "{clinic}: {date} {time} {phone}";

    @Test
    void good_texts_pass_without_a_word() {
        assertThat(Linter.check(REMINDER, whatsapp(GOOD), false))
                .isEqualTo(new Linter.Report(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{clinic} {date}'                       | VARIABLE_MISSING | 1 | 16",
                "'{clinic}\n{time} y'                    | VARIABLE_MISSING | 2 | 9",
                "' \n '                                  | EMPTY            | 1 | 1",
                "'{date} {time}\n{doctor}'               | UNKNOWN_VARIABLE | 2 | 1",
                "'{date} {time}\n{patient.class}'        | NOT_A_VARIABLE   | 2 | 1",
                "'{date} {time} {#include x/}'           | NOT_A_VARIABLE   | 1 | 15",
                "'{date} {time}\n\nab\u202Ec'            | UNPRINTABLE      | 3 | 3",
                "'{date} {time} su Oncología'            | MEDICAL_WORD     | 1 | 18",
                "'{date} {time}\nsu DIAGNÓSTICO'         | MEDICAL_WORD     | 2 | 4",
                "'{date} {time} gran oferta'             | MARKETING_WORD   | 1 | 20",
                "'{date} {time} vea https://example.com' | LINK             | 1 | 19",
                "'{date} {time} www.example.test'        | LINK             | 1 | 15",
                "'{date} {time} en clinica-prado.es ya'  | LINK             | 1 | 18",
                "'{date} {time} wa.me/600000123'         | LINK             | 1 | 15",
            })
    void what_must_not_be_saved_is_refused_by_its_place(
            String text, Code code, int line, int column) {
        assertThat(Linter.check(REMINDER, whatsapp(text), false).refusals())
                .first()
                .returns(code, Finding::code)
                .returns("whatsapp", Finding::field)
                .returns(line, Finding::line)
                .returns(column, Finding::column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consulta de ginecología",
                "visita d'oncologia",
                "cita de Psiquiatría",
                "tratamento de fertilidade",
                "minbizia",
                "your chemotherapy",
                "PSIKOLOGIA kontsulta",
                "resultado VIH",
                "salut mental",
                "embara\u0301s",
                "vacunación",
            })
    void medical_words_of_all_languages_are_known_with_and_without_accents(String words) {
        var texts = whatsapp(GOOD + " " + words);

        assertThat(Linter.check(REMINDER, texts, false).refusals())
                .extracting(Finding::code)
                .containsExactly(Code.MEDICAL_WORD);
        assertThat(Linter.check(REMINDER, texts, true).refusals()).isEmpty();
        assertThat(Linter.check(REMINDER, texts, true).warnings())
                .extracting(Finding::code)
                .containsExactly(Code.MEDICAL_WORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Descuento",
                "PROMOCIÓN",
                "sorteig",
                "doako",
                "black friday",
                "50% discount"
            })
    void marketing_words_are_refused_whoever_answers_for_them(String words) {
        assertThat(Linter.check(REMINDER, whatsapp(GOOD + " " + words), true).refusals())
                .extracting(Finding::code)
                .containsExactly(Code.MARKETING_WORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traiga su tarjeta sanitaria",
                "venga en ayunas",
                "considere llegar 10 min. antes",
                "Sr./Sra.",
                "escriba a info@clinica.example",
                "la cita de las 16.30",
            })
    void ordinary_words_pass(String words) {
        assertThat(Linter.check(REMINDER, whatsapp(GOOD + " " + words), false).refusals())
                .isEmpty();
    }

    @Test
    void what_a_text_should_name_is_only_warned_of() {
        var report = Linter.check(REMINDER, whatsapp("El {date} a las {time}"), false);

        assertThat(report.refusals()).isEmpty();
        assertThat(report.warnings())
                .containsExactly(
                        new Finding(Code.VARIABLE_MISSING, "whatsapp", 1, 23, "clinic", null));
    }

    @Test
    void a_subject_has_one_short_line_and_need_not_say_when() {
        assertThat(Linter.check(REMINDER, subject("Su cita"), false).refusals()).isEmpty();
        assertThat(Linter.check(REMINDER, subject("Su cita\nBcc: x"), false).refusals())
                .containsExactly(new Finding(Code.NOT_ONE_LINE, "emailSubject", 1, 8, null, null));
        assertThat(Linter.check(REMINDER, subject("a".repeat(121)), false).refusals())
                .extracting(Finding::code)
                .containsExactly(Code.TOO_LONG);
    }

    @Test
    void what_a_kind_requires_is_its_own_business() {
        assertThat(Linter.check(DOCUMENT, whatsapp("Firmado"), false).refusals()).isEmpty();
    }

    @Test
    void a_text_of_a_hundred_thousand_characters_is_refused_for_its_length_alone() {
        assertThat(Linter.check(REMINDER, whatsapp("{#each x}".repeat(12_000)), false).refusals())
                .containsExactly(new Finding(Code.TOO_LONG, "whatsapp", 1, 1, null, null));
    }

    private static Texts whatsapp(String text) {
        return new Texts(text, GOOD, "{date}", GOOD);
    }

    private static Texts subject(String text) {
        return new Texts(GOOD, GOOD, text, GOOD);
    }
}
