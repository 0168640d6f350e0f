package com.clinni.appointments.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "en, es,               es, en",
        "es, en,               en, es",
        "ca, en,               en, es",
        "fr, en,               es, en",
        "'', 'en-GB,es;q=0.9', es, en",
        "'', 'ca,en;q=0.5',    en, es",
        "'', 'fr,en;q=0.5',    es, en",
        "'', 'en;q=0,fr',      es, es",
        "'', '*',              en, en",
        "'', ';;q=;',          en, en",
        "'', enough,           es, es",
        "  , ,                 gl, es",
        "  , ,                   , es",
    })
    void what_was_asked_for_goes_before_the_browser_and_the_browser_before_the_clinic(
            String asked, String accepted, String clinics, String spoken) {
        assertThat(PageLanguage.of(asked, accepted, clinics).code()).isEqualTo(spoken);
    }
}
