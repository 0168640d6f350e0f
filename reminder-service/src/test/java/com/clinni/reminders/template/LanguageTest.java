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
            quoteCharacter = '"',
            value = {
                "ES|2030-03-06T15:30:00Z|Europe/Madrid  |miércoles 6 de marzo de 2030           "
                        + " |16:30",
                "CA|2030-03-06T15:30:00Z|Europe/Madrid  |dimecres 6 de març del 2030            "
                        + " |16:30",
                "GL|2030-03-06T15:30:00Z|Europe/Madrid  |mércores 6 de marzo de 2030            "
                        + " |16:30",
                "EU|2030-03-06T15:30:00Z|Europe/Madrid  |2030(e)ko martxoaren 6(a), asteazkena  "
                        + " |16:30",
                "EN|2030-03-06T15:30:00Z|Europe/Madrid  |Wednesday 6 March 2030                 "
                        + " |16:30",
                "ES|2026-11-24T15:30:00Z|Europe/Madrid  |martes 24 de noviembre de 2026         "
                        + " |16:30",
                "CA|2026-11-24T15:30:00Z|Europe/Madrid  |dimarts 24 de novembre del 2026        "
                        + " |16:30",
                "GL|2026-11-24T15:30:00Z|Europe/Madrid  |martes 24 de novembro de 2026          "
                        + " |16:30",
                "EU|2026-11-24T15:30:00Z|Europe/Madrid  |2026(e)ko azaroaren 24(a), asteartea   "
                        + " |16:30",
                "EN|2026-11-24T15:30:00Z|Europe/Madrid  |Tuesday 24 November 2026               "
                        + " |16:30",
                "ES|2026-11-24T15:30:00Z|Atlantic/Canary|martes 24 de noviembre de 2026         "
                        + " |15:30",
                "CA|2026-11-24T15:30:00Z|Atlantic/Canary|dimarts 24 de novembre del 2026        "
                        + " |15:30",
                "EU|2026-11-24T15:30:00Z|Africa/Ceuta   |2026(e)ko azaroaren 24(a), asteartea   "
                        + " |16:30",
                "CA|2026-04-11T10:00:00Z|Europe/Madrid  |dissabte 11 d'abril del 2026           "
                        + " |12:00",
                "CA|2026-08-01T10:00:00Z|Europe/Madrid  |dissabte 1 d'agost del 2026            "
                        + " |12:00",
                "CA|2026-10-12T10:00:00Z|Europe/Madrid  |dilluns 12 d'octubre del 2026          "
                        + " |12:00",
                "ES|2030-03-02T23:30:00Z|Europe/Madrid  |domingo 3 de marzo de 2030             "
                        + " |00:30",
                "ES|2030-03-02T23:30:00Z|Atlantic/Canary|sábado 2 de marzo de 2030              "
                        + " |23:30",
                "GL|2030-03-02T23:30:00Z|Europe/Madrid  |domingo 3 de marzo de 2030             "
                        + " |00:30",
                "GL|2030-03-02T23:30:00Z|Atlantic/Canary|sábado 2 de marzo de 2030              "
                        + " |23:30",
                "ES|2026-03-29T00:59:00Z|Europe/Madrid  |domingo 29 de marzo de 2026            "
                        + " |01:59",
                "ES|2026-03-29T01:00:00Z|Europe/Madrid  |domingo 29 de marzo de 2026            "
                        + " |03:00",
                "ES|2026-10-25T00:30:00Z|Europe/Madrid  |domingo 25 de octubre de 2026          "
                        + " |02:30",
                "ES|2026-10-25T01:30:00Z|Europe/Madrid  |domingo 25 de octubre de 2026          "
                        + " |02:30",
                "CA|2026-03-29T00:59:00Z|Europe/Madrid  |diumenge 29 de març del 2026           "
                        + " |01:59",
                "CA|2026-03-29T01:00:00Z|Europe/Madrid  |diumenge 29 de març del 2026           "
                        + " |03:00",
                "CA|2026-10-25T00:30:00Z|Europe/Madrid  |diumenge 25 d'octubre del 2026         "
                        + " |02:30",
                "CA|2026-10-25T01:30:00Z|Europe/Madrid  |diumenge 25 d'octubre del 2026         "
                        + " |02:30",
                "GL|2026-03-29T00:59:00Z|Europe/Madrid  |domingo 29 de marzo de 2026            "
                        + " |01:59",
                "GL|2026-03-29T01:00:00Z|Europe/Madrid  |domingo 29 de marzo de 2026            "
                        + " |03:00",
                "GL|2026-10-25T00:30:00Z|Europe/Madrid  |domingo 25 de outubro de 2026          "
                        + " |02:30",
                "GL|2026-10-25T01:30:00Z|Europe/Madrid  |domingo 25 de outubro de 2026          "
                        + " |02:30",
                "EU|2026-03-29T00:59:00Z|Europe/Madrid  |2026(e)ko martxoaren 29(a), igandea    "
                        + " |01:59",
                "EU|2026-03-29T01:00:00Z|Europe/Madrid  |2026(e)ko martxoaren 29(a), igandea    "
                        + " |03:00",
                "EU|2026-10-25T00:30:00Z|Europe/Madrid  |2026(e)ko urriaren 25(a), igandea      "
                        + " |02:30",
                "EU|2026-10-25T01:30:00Z|Europe/Madrid  |2026(e)ko urriaren 25(a), igandea      "
                        + " |02:30",
                "EN|2026-03-29T00:59:00Z|Europe/Madrid  |Sunday 29 March 2026                   "
                        + " |01:59",
                "EN|2026-03-29T01:00:00Z|Europe/Madrid  |Sunday 29 March 2026                   "
                        + " |03:00",
                "EN|2026-10-25T00:30:00Z|Europe/Madrid  |Sunday 25 October 2026                 "
                        + " |02:30",
                "EN|2026-10-25T01:30:00Z|Europe/Madrid  |Sunday 25 October 2026                 "
                        + " |02:30",
                "ES|2026-03-29T00:59:00Z|Atlantic/Canary|domingo 29 de marzo de 2026            "
                        + " |00:59",
                "ES|2026-03-29T01:00:00Z|Atlantic/Canary|domingo 29 de marzo de 2026            "
                        + " |02:00",
                "ES|2026-10-25T00:30:00Z|Atlantic/Canary|domingo 25 de octubre de 2026          "
                        + " |01:30",
                "ES|2026-10-25T01:30:00Z|Atlantic/Canary|domingo 25 de octubre de 2026          "
                        + " |01:30",
                "ES|2026-03-29T01:00:00Z|Africa/Ceuta   |domingo 29 de marzo de 2026            "
                        + " |03:00",
                "ES|2026-10-25T01:30:00Z|Africa/Ceuta   |domingo 25 de octubre de 2026          "
                        + " |02:30",
                "CA|2026-03-29T00:59:00Z|Atlantic/Canary|diumenge 29 de març del 2026           "
                        + " |00:59",
                "CA|2026-03-29T01:00:00Z|Atlantic/Canary|diumenge 29 de març del 2026           "
                        + " |02:00",
                "CA|2026-10-25T00:30:00Z|Atlantic/Canary|diumenge 25 d'octubre del 2026         "
                        + " |01:30",
                "CA|2026-10-25T01:30:00Z|Atlantic/Canary|diumenge 25 d'octubre del 2026         "
                        + " |01:30",
                "CA|2026-03-29T01:00:00Z|Africa/Ceuta   |diumenge 29 de març del 2026           "
                        + " |03:00",
                "CA|2026-10-25T01:30:00Z|Africa/Ceuta   |diumenge 25 d'octubre del 2026         "
                        + " |02:30",
                "ES|2028-02-29T12:00:00Z|Africa/Ceuta   |martes 29 de febrero de 2028           "
                        + " |13:00",
                "EN|2030-12-31T23:30:00Z|Europe/Madrid  |Wednesday 1 January 2031               "
                        + " |00:30",
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

    @ParameterizedTest
    @CsvSource({
        "ES, 2030-03-02T12:00:00Z, sabado 2 de marzo de 2030",
        "CA, 2030-03-02T12:00:00Z, dissabte 2 de marc del 2030",
        "GL, 2030-03-02T12:00:00Z, sabado 2 de marzo de 2030",
        "ES, 2030-03-06T12:00:00Z, miércoles 6 de marzo de 2030",
    })
    void a_date_for_an_sms_has_only_letters_that_an_sms_carries_cheaply(
            Language language, Instant at, String date) {
        assertThat(language.smsDate(at.atZone(ZoneId.of("Europe/Madrid")))).isEqualTo(date);
    }

    @Test
    void only_languages_with_texts_are_known() {
        assertThat(Language.of("es")).contains(Language.ES);
        assertThat(Language.of("en")).contains(Language.EN);
        assertThat(Language.of("ca")).contains(Language.CA);
        assertThat(Language.of("gl")).contains(Language.GL);
        assertThat(Language.of("eu")).contains(Language.EU);
        assertThat(Language.of("pt")).isEmpty();
        assertThat(Language.of(null)).isEmpty();
    }
}
