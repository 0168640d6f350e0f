package com.clinni.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.provider.RecipientAllowlistFixture;
import com.clinni.fallback.provider.RecipientsConfig;
import com.clinni.fallback.send.FallbackConfig;
import com.clinni.fallback.sms.SmsConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartChecksTest {

    @Test
    void as_it_is_delivered_it_starts() {
        assertThat(objections(Map.of())).isEmpty();
    }

    @Test
    void an_open_port_needs_a_private_network() {
        assertThat(objections(Map.of("quarkus.http.host", "0.0.0.0")))
                .singleElement()
                .asString()
                .contains("clinni.exposure=private-network");
        assertThat(
                        objections(
                                Map.of(
                                        "quarkus.http.host",
                                        "0.0.0.0",
                                        "clinni.exposure",
                                        "private-network")))
                .isEmpty();
    }

    @Test
    void real_providers_outside_production_need_to_know_whom_they_may_reach() {
        assertThat(objections(Map.of("sms.provider", "REAL")))
                .singleElement()
                .asString()
                .contains("recipients.allowed");
        assertThat(objections(Map.of("sms.provider", "REAL", "recipients.allowed", "+34600000123")))
                .isEmpty();
        assertThat(objections(Map.of("sms.provider", "REAL", "recipients.production", "true")))
                .isEmpty();
    }

    @Test
    void a_real_mail_server_needs_encryption() {
        var real = Map.of("mail.provider", "REAL", "recipients.production", "true");

        assertThat(objections(real)).singleElement().asString().contains("start-tls=REQUIRED");
        assertThat(objections(plus(real, "quarkus.mailer.start-tls", "REQUIRED"))).isEmpty();
    }

    @Test
    void real_mails_carry_links_of_https_only() {
        var real =
                plus(
                        Map.of("mail.provider", "REAL", "recipients.production", "true"),
                        "quarkus.mailer.start-tls",
                        "REQUIRED");

        assertThat(objections(plus(real, "preferences.url", "http://avisos.clinni.example/p")))
                .singleElement()
                .asString()
                .contains("preferences.url");
        assertThat(objections(plus(real, "preferences.url", "https://avisos.clinni.example/p")))
                .isEmpty();
    }

    @Test
    void a_real_smpp_provider_needs_protection() {
        var real =
                Map.of(
                        "sms.provider", "REAL",
                        "sms.adapter", "SMPP",
                        "recipients.production", "true");

        assertThat(objections(real)).singleElement().asString().contains("sms.smpp.protection");
        assertThat(objections(plus(real, "sms.smpp.protection", "TLS"))).isEmpty();
        assertThat(objections(plus(real, "sms.smpp.protection", "PRIVATE_LINK"))).isEmpty();
    }

    @Test
    void channels_that_could_lose_records_are_refused() {
        assertThat(
                        objections(
                                Map.of(
                                        "mp.messaging.outgoing.x.connector",
                                        "smallrye-kafka",
                                        "mp.messaging.incoming.y.connector",
                                        "smallrye-kafka")))
                .hasSize(4);
    }

    @Test
    void a_lease_that_a_call_could_outlive_is_refused() {
        assertThat(objections(Map.of("fallback.lease", "PT30S")))
                .singleElement()
                .asString()
                .contains("fallback.lease must be 15 s longer");
        assertThat(objections(Map.of("fallback.lease", "PT36S"))).isEmpty();
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static List<String> objections(Map<String, String> settings) {
        var config =
                config(
                        plus(
                                settings,
                                "quarkus.http.host",
                                settings.getOrDefault("quarkus.http.host", "127.0.0.1")));
        return new StartChecks(
                        config.getConfigMapping(HouseConfig.class),
                        config.getConfigMapping(MailSettings.class),
                        config.getConfigMapping(SmsConfig.class),
                        config.getConfigMapping(FallbackConfig.class),
                        RecipientAllowlistFixture.of(
                                config.getConfigMapping(RecipientsConfig.class)),
                        config)
                .objections();
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(HouseConfig.class)
                .withMapping(MailSettings.class)
                .withMapping(SmsConfig.class)
                .withMapping(FallbackConfig.class)
                .withMapping(RecipientsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .addDefaultInterceptors()
                .build();
    }
}
