package com.clinni.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.conformance.DocumentedSettings;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final DocumentedSettings SETTINGS =
            DocumentedSettings.of("com.clinni.whatsapp", "pages.");

    @Test
    void every_setting_is_documented() {
        assertThat(SETTINGS.missing()).isEmpty();
    }

    @Test
    void every_documented_setting_exists() {
        assertThat(SETTINGS.unknown()).isEmpty();
    }
}
