package com.clinni.fallback.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.contact.EmailAddress;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.preferences.PreferenceLinks.Holder;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceLinksTest {

    private static final String KEY = "only-for-tests-0123";

    private static final KeyedDigest DIGEST =
            new KeyedDigest("only-for-tests-0123456789abcdef0123");

    private final PreferenceLinks links = links(KEY, null);

    @Test
    void a_link_leads_back_to_its_patient_and_names_no_address() {
        var message = message().patient("p-ñ.1").language("ca").email("Ana@example.com").build();
        var link = links.to(message).orElseThrow();

        assertThat(link).matches("https://avisos\\.clinni\\.example/preferences/[A-Za-z0-9._-]+");
        assertThat(links.holder(token(link)))
                .contains(
                        new Holder(
                                "clinica-sol",
                                "p-ñ.1",
                                "ca",
                                DIGEST.of(new EmailAddress("ana@example.com")),
                                "Clínica Sol"));
    }

    @Test
    void nothing_about_a_token_can_be_changed() {
        var token = token(links.to(message().build()).orElseThrow());
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
        var token = token(links.to(message().build()).orElseThrow());

        assertThat(links("another-key-0123456", KEY).holder(token)).isPresent();
    }

    /**
     * Made by version 0.1 with the same key: e-mails that carry such links are still in mailboxes.
     */
    @Test
    void links_that_name_no_address_yet_stay_good() {
        assertThat(links.holder("Y2xpbmljYS1zb2w.cC0x.ZXM.IWPOzLOi55zjWjoaVtzWDQ"))
                .contains(new Holder("clinica-sol", "p-1", "es", null, null));
    }

    @Test
    void a_very_long_name_of_a_clinic_is_shortened() {
        var token = token(links.to(message().clinicName("😀".repeat(500)).build()).orElseThrow());

        assertThat(links.holder(token).orElseThrow().clinicName()).isEqualTo("😀".repeat(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "....", "a.b.c.d", "%00", "á.é.í.ó", "a.b.c"})
    void rubbish_is_nobody_s(String token) {
        assertThat(links.holder(token)).isEmpty();
        assertThat(links.holder(token.repeat(10_000))).isEmpty();
    }

    @Test
    void there_is_none_without_an_url_a_key_or_an_address_nor_a_very_long_one() {
        assertThat(links(null, null).to(message().build())).isEmpty();
        assertThat(links(null, null).holder("YQ.YQ.ZXM.")).isEmpty();
        assertThat(links.to(message().withoutEmail(Cause.NO_ADDRESS).build())).isEmpty();
        assertThat(links.to(message().patient("p".repeat(600)).build())).isEmpty();
    }

    private static TestMessage message() {
        return TestMessage.message().clinic("clinica-sol");
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
                        .getConfigMapping(PreferencesConfig.class),
                DIGEST);
    }
}
