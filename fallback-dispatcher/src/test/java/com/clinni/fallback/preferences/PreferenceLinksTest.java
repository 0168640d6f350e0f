package com.clinni.fallback.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.preferences.PreferenceLinks.Holder;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceLinksTest {

    private static final String KEY = "only-for-tests-0123";

    private final PreferenceLinks links = links(KEY, null);

    @Test
    void a_link_leads_back_to_its_patient_and_names_no_address() {
        var link = links.to("clinica-sol", "p-ñ.1", "ca").orElseThrow();

        assertThat(link).matches("https://avisos\\.clinni\\.example/preferences/[A-Za-z0-9._-]+");
        assertThat(links.holder(token(link))).contains(new Holder("clinica-sol", "p-ñ.1", "ca"));
    }

    @Test
    void nothing_about_a_token_can_be_changed() {
        var token = token(links.to("clinica-sol", "p-1", "es").orElseThrow());
        for (var i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            var changed = token.substring(0, i) + other + token.substring(i + 1);
            // the last character of base 64 may carry bits that mean nothing
            if (i != token.length() - 1) {
                assertThat(links.holder(changed)).as("at %d", i).isEmpty();
            }
        }
        var signature = token.substring(token.lastIndexOf('.'));
        assertThat(links.holder(token.substring(0, token.length() - 4))).isEmpty();
        assertThat(links.holder(token.replace(signature, "."))).isEmpty();
        assertThat(links("another-key-0123456", null).holder(token)).isEmpty();
    }

    @Test
    void links_of_the_key_before_stay_good() {
        var token = token(links.to("clinica-sol", "p-1", "es").orElseThrow());

        assertThat(links("another-key-0123456", KEY).holder(token)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "....", "a.b.c.d", "%00", "á.é.í.ó", "a.b.c"})
    void rubbish_is_nobody_s(String token) {
        assertThat(links.holder(token)).isEmpty();
        assertThat(links.holder(token.repeat(10_000))).isEmpty();
    }

    @Test
    void there_is_none_without_an_address_a_key_or_a_patient_nor_a_very_long_one() {
        assertThat(links(null, null).to("c", "p", "es")).isEmpty();
        assertThat(links(null, null).holder("YQ.YQ.ZXM.")).isEmpty();
        assertThat(links.to("c", null, "es")).isEmpty();
        assertThat(links.to("c", "p".repeat(600), "es")).isEmpty();
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static PreferenceLinks links(String key, String before) {
        var settings = new HashMap<String, String>();
        settings.put("preferences.url", "https://avisos.clinni.example/preferences/");
        if (key != null) {
            settings.put("preferences.key", key);
        }
        if (before != null) {
            settings.put("preferences.key-before", before);
        }
        return new PreferenceLinks(
                new SmallRyeConfigBuilder()
                        .withMapping(PreferencesConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()
                        .getConfigMapping(PreferencesConfig.class));
    }
}
