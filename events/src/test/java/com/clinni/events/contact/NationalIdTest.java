package com.clinni.events.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678Z",
                "12345678z",
                "12.345.678-Z",
                "12 345 678 Z",
                "00000000T",
                "X1234567L",
                "x-1234567-l",
                "Y0000000Z",
                "Z0000000M"
            })
    void a_dni_or_nie_is_known_in_any_case_and_with_any_separators(String id) {
        assertThat(NationalId.is(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678A",
                "X1234567A",
                "1234567Z",
                "123456789Z",
                "12345678",
                "patient-1",
                "W1234567L",
                "X12345678Z",
                "NHC-12345678-Z"
            })
    void ids_of_a_clinics_own_are_none(String id) {
        assertThat(NationalId.is(id)).isFalse();
    }

    @Test
    void no_id_is_none() {
        assertThat(NationalId.is(null)).isFalse();
    }
}
