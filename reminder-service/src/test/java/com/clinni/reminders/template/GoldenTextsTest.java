package com.clinni.reminders.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the house as a patient reads it: a change of a word is a change of a file here. */
class GoldenTextsTest {

    private static final DefaultTemplates HOUSE = new DefaultTemplates();
    private static final String NEXT = "\n=====\n";

    static Stream<Arguments> all() {
        return HOUSE.kinds().stream()
                .flatMap(
                        kind ->
                                Stream.of(Language.values())
                                        .map(language -> Arguments.of(kind.name(), language)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_text_reads_word_for_word_like_this(String kind, Language language) {
        var templates = HOUSE.of(kind, language).templates();
        var values = values(language);

        assertThat(
                        String.join(
                                NEXT,
                                templates.renderWhatsapp(values),
                                templates.sms().render(values),
                                templates.emailSubject().render(values),
                                templates.emailText().render(values)))
                .isEqualTo(
                        ResourceText.read("/golden/%s/%s.txt".formatted(kind, language.code()))
                                .stripTrailing());
    }

    private static VariableValues values(Language language) {
        var local = Instant.parse("2026-11-24T15:30:00Z").atZone(ZoneId.of("Europe/Madrid"));
        return new VariableValues(
                Set.copyOf(Variable.KNOWN),
                Map.of(
                        Variable.PATIENT, "Ana",
                        Variable.CLINIC, "Dental Prado",
                        Variable.DATE, language.date(local),
                        Variable.TIME, language.time(local),
                        Variable.ADDRESS, "Calle Mayor 1",
                        Variable.PHONE, "+34 910 000 000"));
    }
}
