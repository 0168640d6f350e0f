package com.clinni.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.provider.RecipientAllowlistFixture;
import com.clinni.fallback.provider.RecipientsConfig;
import com.clinni.fallback.sms.SmsConfig;
import com.clinni.platform.startup.ClinniConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that is said of providers in production: what always is, and what is said there only. */
class ProvidersProductionCheckTest {

    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "clinni.environment", "production",
                            "mail.provider", "REAL",
                            "quarkus.mailer.start-tls", "REQUIRED",
                            "preferences.url", "https://avisos.clinni.example/preferences",
                            "sms.provider", "REAL",
                            "sms.gateway-url", "https://sms.example.com",
                            "sms.balance-url", "https://sms.example.com/balance",
                            "sms.gateway-api-key", "a key of theirs",
                            "sms.smpp.password", "theirs",
                            "sms.smpp.protection", "TLS"));

    @Test
    void real_providers_over_tls_with_keys_are_right() {
        assertThat(refusals()).isEmpty();

        settings.put("sms.adapter", "SMPP");
        settings.put("sms.gateway-url", "http://localhost:8092");
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.provider,            SIMULATOR,                      mail.provider",
        "quarkus.mailer.start-tls, OPTIONAL,                       start-tls=REQUIRED",
        "quarkus.mailer.start-tls, DISABLED,                       start-tls=REQUIRED",
        "quarkus.mailer.trust-all, true,                           quarkus.mailer.trust-all",
        "preferences.url,          http://avisos.clinni.example/p, preferences.url",
        "sms.provider,             SIMULATOR,                      sms.provider",
        "sms.gateway-url,          http://sms.example.com,         sms.gateway-url",
        "sms.gateway-url,          https://localhost:8092,         sms.gateway-url",
        "sms.balance-url,          http://sms.example.com/b,       sms.balance-url",
        "sms.gateway-api-key,      local,                          sms.gateway-api-key"
    })
    void a_wrong_setting_is_refused_with_a_sentence(String name, String wrong, String sentence) {
        settings.put(name, wrong);

        assertThat(refusals()).singleElement().asString().contains(sentence).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "sms.provider,        SIMULATOR, sms.provider",
        "sms.smpp.password,   local,     sms.smpp.password",
        "sms.smpp.protection, NONE,      sms.smpp.protection"
    })
    void a_wrong_setting_of_smpp_is_too(String name, String wrong, String sentence) {
        settings.put("sms.adapter", "SMPP");
        settings.put(name, wrong);

        assertThat(refusals()).singleElement().asString().contains(sentence).endsWith(".");
    }

    private List<String> refusals() {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(MailSettings.class)
                        .withMapping(SmsConfig.class)
                        .withMapping(RecipientsConfig.class)
                        .withMapping(ClinniConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .addDefaultInterceptors()
                        .build();
        var mail = config.getConfigMapping(MailSettings.class);
        var sms = config.getConfigMapping(SmsConfig.class);
        var recipients =
                RecipientAllowlistFixture.of(
                        config.getConfigMapping(ClinniConfig.class),
                        config.getConfigMapping(RecipientsConfig.class));
        return Stream.concat(
                        new ProvidersCheck(mail, sms, recipients, config).refusals(),
                        new ProvidersProductionCheck(mail, sms, config).refusals())
                .toList();
    }
}
