package com.clinni.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.provider.RecipientAllowlistFixture;
import com.clinni.fallback.provider.RecipientsConfig;
import com.clinni.fallback.sms.SmsConfig;
import com.clinni.platform.startup.ClinniConfig;
import com.clinni.platform.startup.StartCheck;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartChecksTest {

    @Test
    void as_it_is_delivered_it_starts() {
        assertThat(refusals(Map.of())).isEmpty();
    }

    @Test
    void real_providers_outside_production_need_to_know_whom_they_may_reach() {
        assertThat(refusals(Map.of("sms.provider", "REAL")))
                .singleElement()
                .asString()
                .contains("recipients.allowed");
        assertThat(refusals(Map.of("sms.provider", "REAL", "recipients.allowed", "+34600000123")))
                .isEmpty();
        assertThat(refusals(Map.of("sms.provider", "REAL", "clinni.environment", "production")))
                .isEmpty();
    }

    @Test
    void a_real_mail_server_needs_encryption() {
        var real = Map.of("mail.provider", "REAL", "clinni.environment", "production");

        assertThat(refusals(real)).singleElement().asString().contains("start-tls=REQUIRED");
        assertThat(refusals(plus(real, "quarkus.mailer.start-tls", "REQUIRED"))).isEmpty();
    }

    @Test
    void real_mails_carry_links_of_https_only() {
        var real =
                plus(
                        Map.of("mail.provider", "REAL", "clinni.environment", "production"),
                        "quarkus.mailer.start-tls",
                        "REQUIRED");

        assertThat(refusals(plus(real, "preferences.url", "http://avisos.clinni.example/p")))
                .singleElement()
                .asString()
                .contains("preferences.url");
        assertThat(refusals(plus(real, "preferences.url", "https://avisos.clinni.example/p")))
                .isEmpty();
    }

    @Test
    void a_real_smpp_provider_needs_protection() {
        var real =
                Map.of(
                        "sms.provider", "REAL",
                        "sms.adapter", "SMPP",
                        "clinni.environment", "production");

        assertThat(refusals(real)).singleElement().asString().contains("sms.smpp.protection");
        assertThat(refusals(plus(real, "sms.smpp.protection", "TLS"))).isEmpty();
        assertThat(refusals(plus(real, "sms.smpp.protection", "PRIVATE_LINK"))).isEmpty();
    }

    @Test
    void a_lease_that_a_call_could_outlive_is_refused() {
        assertThat(refusals(Map.of("fallback.lease", "PT30S")))
                .singleElement()
                .asString()
                .contains("fallback.lease must be 15 s longer");
        assertThat(refusals(Map.of("fallback.lease", "PT36S"))).isEmpty();
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static List<String> refusals(Map<String, String> settings) {
        var config = config(settings);
        var mail = config.getConfigMapping(MailSettings.class);
        var sms = config.getConfigMapping(SmsConfig.class);
        return Stream.of(
                        new ProvidersCheck(
                                mail,
                                sms,
                                RecipientAllowlistFixture.of(
                                        config.getConfigMapping(ClinniConfig.class),
                                        config.getConfigMapping(RecipientsConfig.class)),
                                config),
                        new LeaseCheck(config.getConfigMapping(FallbackConfig.class), mail, sms))
                .flatMap(StartCheck::refusals)
                .toList();
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withMapping(SmsConfig.class)
                .withMapping(FallbackConfig.class)
                .withMapping(RecipientsConfig.class)
                .withMapping(ClinniConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .addDefaultInterceptors()
                .build();
    }
}
