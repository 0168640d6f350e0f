package com.clinni.events.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
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
                "\u202E600123456",
                "12",
                "+34 600 123 45",
                "600123456600123456600123456600123456600123456",
            })
    void what_is_no_number_to_send_to_is_invalid(String written) {
        assertThat(PhoneCheck.check(written).causeOrNull()).isEqualTo(Cause.PHONE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothing_written_is_no_address(String written) {
        assertThat(PhoneCheck.check(written).causeOrNull()).isEqualTo(Cause.NO_ADDRESS);
    }
}
