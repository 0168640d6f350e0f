package com.clinni.events.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneCheckTest {

    @ParameterizedTest
    @CsvSource({
        "+34 600 123 456, +34600123456",
        "0034600123456, +34600123456",
        "600123456, +34600123456",
        "'630.000.520', +34630000520",
        "'600-12-34-56', +34600123456",
        "'(+34) 600 123 456', +34600123456",
        "٦٠٠١٢٣٤٥٦, +34600123456",
        "'600\u00A0123\u200B456', +34600123456",
        "+34666666666, +34666666666",
        "+44 7700 900123, +447700900123",
        "+33 6 12 34 56 78, +33612345678",
        "+1 212 555 0123, +12125550123",
    })
    void a_mobile_number_is_normalised_however_it_is_written(String written, String e164) {
        assertThat(PhoneCheck.check(written).orNull()).isEqualTo(new PhoneNumber(e164));
    }

    /** Copied from a web page, a chat, a spreadsheet, a text in Arabic. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202A+34 600 12 34 56\u202C",
                "\u2066600123456\u2069",
                "\uFEFF600123456",
                "\u202E600123456",
                "600\u00AD123\u200E456",
                "6\uFE0F0\uFE0F0123456",
                "600\uDB40\uDD00123456",
                "600\u2009123\u202F456",
                "\u3000600\u2003123\u1680456\u2028",
                "600\t123\n456",
                "600\u2010123\u2011456",
                "600\u2013123\u2212456",
                "\uFF0B34\uFF0D600123456",
            })
    void what_nobody_sees_is_dropped_and_every_space_and_dash_is_one(String written) {
        assertThat(PhoneCheck.check(written).orNull()).isEqualTo(new PhoneNumber("+34600123456"));
    }

    @Test
    void no_format_character_of_unicode_makes_a_number_unusable() {
        for (var each = 0; each <= Character.MAX_CODE_POINT; each++) {
            if (Character.getType(each) == Character.FORMAT) {
                var written = "600" + Character.toString(each) + "123456";
                assertThat(PhoneCheck.check(written).orNull())
                        .as("U+%04X", each)
                        .isEqualTo(new PhoneNumber("+34600123456"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"91 000 00 12", "+34 912 345 678", "+44 20 7946 0958"})
    void a_landline_is_no_mobile(String written) {
        assertThat(PhoneCheck.check(written).causeOrNull()).isEqualTo(Cause.NOT_MOBILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "803123456",
                "806123456",
                "905123456",
                "+19005550123",
                "+881612345678",
                "+34600123456;ext=1",
                "tel:+34600123456",
                "600123456 / 600123457",
                "600123456,600123457",
                "34600123456@g.us",
                "status@broadcast",
                "six hundred",
                "1 800 FLOWERS",
                "600123456' OR '1'='1",
                "12",
                "+34 600 123 45",
                "600123456600123456600123456600123456600123456",
            })
    void what_is_no_number_to_send_to_is_invalid(String written) {
        assertThat(PhoneCheck.check(written).causeOrNull()).isEqualTo(Cause.PHONE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00A0", "\u200B\uFEFF "})
    void nothing_written_is_no_address(String written) {
        assertThat(PhoneCheck.check(written).causeOrNull()).isEqualTo(Cause.NO_ADDRESS);
    }
}
