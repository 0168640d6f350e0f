package com.clinni.events.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.sms.SmsSegments.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSegmentsTest {

    @ParameterizedTest(name = "{1} x {0}, then {3} x {2} make {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a|0||0|1",
                "a|1||0|1",
                "a|160||0|1",
                "a|161||0|2",
                "a|306||0|2",
                "a|307||0|3",
                "ñ|160||0|1",
                "é|160||0|1",
                "¿|160||0|1",
                "€|80||0|1",
                "€|81||0|2",
                "a|159|€|1|2",
                "a|158|€|1|1",
                "a|152|€|1|1",
                "a|152|€|5|2",
                "a|305|€|1|3",
                "[|76|a|9|2",
                "á|1||0|1",
                "á|70||0|1",
                "á|71||0|2",
                "í|134||0|2",
                "í|135||0|3",
                "a|69|á|1|1",
                "a|70|á|1|2",
                "ç|71||0|2",
                "Ç|71||0|1",
                "😀|35||0|1",
                "😀|36||0|2",
                "😀|66||0|2",
                "😀|67||0|3",
                "a|66|😀|5|2",
                "—|71||0|2"
            })
    void counts_as_operators_bill(String first, int times, String then, int more, int segments) {
        var text = first.repeat(times) + (then == null ? "" : then.repeat(more));

        assertThat(SmsSegments.of(text).count()).isEqualTo(segments);
    }

    @ParameterizedTest(name = "{1} x {0}, then {3} x {2} are {5} units of {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a|0||0|GSM_7|0",
                "a|160||0|GSM_7|160",
                "€|81||0|GSM_7|162",
                "a|304|€|1|GSM_7|306",
                "a|69|á|1|UCS_2|70",
                "a|1|á|134|UCS_2|135",
                "😀|36||0|UCS_2|72"
            })
    void a_length_is_told_in_the_units_of_its_encoding(
            String first, int times, String then, int more, Encoding encoding, int units) {
        var text = first.repeat(times) + (then == null ? "" : then.repeat(more));

        assertThat(SmsSegments.of(text))
                .returns(encoding, SmsSegments::encoding)
                .returns(units, SmsSegments::units);
    }

    @Test
    void a_text_is_not_read_out_where_its_segments_are() {
        assertThat(SmsSegments.of("Hola, Ana")).hasToString("SmsSegments[1]");
    }
}
