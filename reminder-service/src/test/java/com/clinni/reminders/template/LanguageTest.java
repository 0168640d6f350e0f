package com.clinni.reminders.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ES|2030-03-06T15:30:00Z|Europe/Madrid  |miércoles 6 de marzo de 2030      |16:30",
                "EN|2030-03-06T15:30:00Z|Europe/Madrid  |Wednesday 6 March 2030            |16:30",
                "ES|2030-03-06T15:30:00Z|Atlantic/Canary|miércoles 6 de marzo de 2030      |15:30",
                "ES|2026-11-24T15:30:00Z|Europe/Madrid  |martes 24 de noviembre de 2026    |16:30",
                "ES|2030-03-02T23:30:00Z|Europe/Madrid  |domingo 3 de marzo de 2030        |00:30",
                "ES|2030-03-02T23:30:00Z|Atlantic/Canary|sábado 2 de marzo de 2030         |23:30",
                "ES|2027-03-28T00:59:59Z|Europe/Madrid  |domingo 28 de marzo de 2027       |01:59",
                "ES|2027-03-28T01:30:00Z|Europe/Madrid  |domingo 28 de marzo de 2027       |03:30",
                "ES|2027-03-28T00:59:59Z|Atlantic/Canary|domingo 28 de marzo de 2027       |00:59",
                "ES|2027-03-28T01:30:00Z|Atlantic/Canary|domingo 28 de marzo de 2027       |02:30",
                "ES|2027-10-31T00:30:00Z|Europe/Madrid  |domingo 31 de octubre de 2027     |02:30",
                "ES|2027-10-31T01:30:00Z|Europe/Madrid  |domingo 31 de octubre de 2027     |02:30",
                "EN|2027-10-31T01:30:00Z|Atlantic/Canary|Sunday 31 October 2027            |01:30",
                "ES|2028-02-29T12:00:00Z|Africa/Ceuta   |martes 29 de febrero de 2028      |13:00",
                "EN|2030-12-31T23:30:00Z|Europe/Madrid  |Wednesday 1 January 2031          |00:30",
            })
    void dates_and_times_are_told_in_the_clinics_zone(
            Language language, Instant at, String zone, String date, String time) {
        var local = at.atZone(ZoneId.of(zone));

        assertThat(language.date(local)).isEqualTo(date);
        assertThat(language.time(local)).isEqualTo(time);
    }

    @Test
    void the_machines_own_locale_changes_nothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            var local = Instant.parse("2030-03-06T15:30:00Z").atZone(ZoneId.of("Europe/Madrid"));

            assertThat(Language.ES.date(local)).isEqualTo("miércoles 6 de marzo de 2030");
            assertThat(Language.ES.time(local)).isEqualTo("16:30");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void only_languages_with_texts_are_known() {
        assertThat(Language.of("es")).contains(Language.ES);
        assertThat(Language.of("en")).contains(Language.EN);
        assertThat(Language.of("ca")).isEmpty();
        assertThat(Language.of(null)).isEmpty();
    }
}
