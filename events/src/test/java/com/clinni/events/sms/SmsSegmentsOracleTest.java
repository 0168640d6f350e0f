package com.clinni.events.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.events.sms.SmsSegments.Encoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Against what {@code segments.py} worked out from the standards, apart from this code. */
class SmsSegmentsOracleTest {

    private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    private record Judged(String text, Encoding encoding, int units, List<Integer> parts) {

        static Judged read(String line) {
            var cells = line.split("\t", -1);
            var text =
                    ESCAPED.matcher(cells[0])
                            .replaceAll(
                                    code ->
                                            Matcher.quoteReplacement(
                                                    Character.toString(
                                                            (char)
                                                                    Integer.parseInt(
                                                                            code.group(1), 16))));
            return new Judged(
                    text,
                    Encoding.valueOf(cells[1]),
                    Integer.parseInt(cells[2]),
                    List.of(cells[3].split(",")).stream().map(Integer::valueOf).toList());
        }
    }

    @Test
    void every_text_is_encoded_and_cut_as_the_oracle_says() {
        var judged = judged();
        assertThat(judged).hasSizeGreaterThan(500);
        for (var expected : judged) {
            var cut = SmsSegments.of(expected.text());
            assertThat(cut.encoding()).as(expected.text()).isEqualTo(expected.encoding());
            assertThat(cut.units()).as(expected.text()).isEqualTo(expected.units());
            assertThat(cut.parts().stream().map(part -> units(part, cut.encoding())))
                    .as(expected.text())
                    .containsExactlyElementsOf(expected.parts());
            assertThat(expected.parts().stream().mapToInt(n -> n).sum())
                    .isEqualTo(expected.units());
            assertThat(String.join("", cut.parts())).isEqualTo(expected.text());
            assertThat(cut.count()).isEqualTo(expected.parts().size());
        }
    }

    @Test
    void no_part_begins_or_ends_within_a_character() {
        for (var expected : judged()) {
            for (var part : SmsSegments.of(expected.text()).parts()) {
                if (!part.isEmpty()) {
                    assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
                    assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
                }
            }
        }
    }

    @Test
    void septets_are_those_of_the_standard() {
        var known = new HashMap<String, List<Integer>>();
        known.put("@£$¥èéùìò", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
        known.put("ÆæßÉ ", List.of(0x1C, 0x1D, 0x1E, 0x1F, 0x20));
        known.put("¡AZÄÖÑÜ§", List.of(0x40, 0x41, 0x5A, 0x5B, 0x5C, 0x5D, 0x5E, 0x5F));
        known.put("¿azäöñüà", List.of(0x60, 0x61, 0x7A, 0x7B, 0x7C, 0x7D, 0x7E, 0x7F));
        known.put("€[", List.of(0x1B, 0x65, 0x1B, 0x3C));
        known.put(
                "^{}\\~]|\f",
                List.of(
                        27, 0x14, 27, 0x28, 27, 0x29, 27, 0x2F, 27, 0x3D, 27, 0x3E, 27, 0x40, 27,
                        0x0A));
        known.forEach(
                (text, septets) ->
                        assertThat(Gsm7.unpacked(text))
                                .as(text)
                                .containsExactly(septets.stream().mapToInt(s -> s).toArray()));
        assertThatThrownBy(() -> Gsm7.unpacked("á")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int units(String part, Encoding encoding) {
        return encoding == Encoding.GSM_7 ? Gsm7.unpacked(part).length : part.length();
    }

    private static List<Judged> judged() {
        try (var in = SmsSegmentsOracleTest.class.getResourceAsStream("/sms/segments.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).map(Judged::read).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
