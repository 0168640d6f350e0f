package com.clinni.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as people write them stand in {@code meaning/<language>.txt}. */
class MeaningTest {

    private static final List<String> LANGUAGES = List.of("es", "ca", "gl", "eu", "en");
    private static final int AT_LEAST = 40;

    /** A message as somebody wrote it, and what it means. */
    private record Example(Meaning meaning, String text) {

        static Example of(String line) {
            var parts = line.split(" \\| ?", 2);
            return new Example(Meaning.valueOf(parts[0]), parts[1].replace("\\n", "\n"));
        }
    }

    static Stream<Example> messages() {
        return LANGUAGES.stream().flatMap(language -> in(language).stream());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_means_what_its_writer_meant(Example message) {
        assertThat(Meaning.of(message.text())).isEqualTo(message.meaning());
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "ca", "gl", "eu", "en"})
    void each_language_has_forty_messages_of_each_meaning(String language) {
        for (var meaning : Meaning.values()) {
            assertThat(in(language).stream().map(Example::meaning).filter(meaning::equals))
                    .as("%s in %s", meaning, language)
                    .hasSizeGreaterThanOrEqualTo(AT_LEAST);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola, %s", "%s, gracias", "%s.\nUn saludo", "Bon dia!! %s", "%s 🙏🏽", "ola %s",
                "«%s»", "%s\n%s", "%s. %s!", "Kaixo. %s. Eskerrik asko", "Sorry... %s",
                        "Ok\n\n%s\n",
                "Perdón. %s, por favor. Gràcies", "\u200e%s\u200b", "> %s"
            })
    void greetings_thanks_and_repetitions_change_nothing(String around) {
        messages()
                .filter(message -> !message.text().isBlank())
                .forEach(
                        message -> {
                            var text = around.replace("%s", message.text());
                            assertThat(Meaning.of(text)).as(text).isEqualTo(message.meaning());
                        });
    }

    @Test
    void case_accents_and_the_form_of_letters_change_nothing() {
        messages()
                .forEach(
                        message -> {
                            var loud = message.text().toUpperCase(Locale.ROOT);
                            assertThat(Meaning.of(loud)).as(loud).isEqualTo(message.meaning());
                            var wide = wide(message.text());
                            assertThat(Meaning.of(wide)).as(wide).isEqualTo(message.meaning());
                        });
    }

    @Test
    void any_two_messages_opt_out_together_only_if_both_do() {
        var random = new Random(12);
        var all = messages().filter(message -> !isCourtesy(message)).toList();
        for (var i = 0; i < 2_000; i++) {
            var one = all.get(random.nextInt(all.size()));
            var other = all.get(random.nextInt(all.size()));
            var both = one.text() + ".\n(" + other.text() + ")";
            assertThat(Meaning.of(both) == Meaning.OPT_OUT)
                    .as(both)
                    .isEqualTo(
                            one.meaning() == Meaning.OPT_OUT && other.meaning() == Meaning.OPT_OUT);
        }
    }

    @Test
    void a_message_is_short_up_to_forty_words() {
        assertThat(Meaning.of("bla ".repeat(37) + "no puedo ir")).isEqualTo(Meaning.NOT_COMING);
        assertThat(Meaning.of("bla ".repeat(38) + "no puedo ir")).isEqualTo(Meaning.ANYTHING);
        assertThat(Meaning.of(" " + "bla ".repeat(37) + "no puedo ir "))
                .isEqualTo(Meaning.NOT_COMING);
    }

    @Test
    void the_longest_message_is_read_at_once() {
        var worst =
                Stream.of(
                                "stop ",
                                "stop all ",
                                "baja de los mensajes ",
                                "no ",
                                "soy a ",
                                "i ",
                                "l.")
                        .map(words -> words.repeat(1_000 / words.length()) + "x")
                        .toList();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> worst.forEach(text -> assertThat(Meaning.of(text)).isNotNull()));
    }

    /** Courtesies alone say nothing, and change nothing beside an opt-out. */
    private static boolean isCourtesy(Example message) {
        return message.meaning() == Meaning.ANYTHING
                && Meaning.of(message.text() + ". baja") == Meaning.OPT_OUT;
    }

    private static String wide(String text) {
        return text.codePoints()
                .map(c -> c > 0x20 && c < 0x7f && Character.isLetter(c) ? c + 0xfee0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Example> in(String language) {
        try (var in = MeaningTest.class.getResourceAsStream("/meaning/" + language + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Example::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
