package com.clinni.fallback;

import com.clinni.fallback.HouseConfig.Exposure;
import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.provider.ProviderKind;
import com.clinni.fallback.provider.RecipientAllowlist;
import com.clinni.fallback.send.FallbackConfig;
import com.clinni.fallback.sms.SmsConfig;
import com.clinni.fallback.sms.smpp.SmppConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Refuses to start where starting would be unsafe, in sentences a person understands. */
class StartChecks {

    private static final String SKIPPED = "records could be skipped";
    private static final Duration TO_SETTLE = Duration.ofSeconds(15);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final HouseConfig house;
    private final MailSettings mail;
    private final SmsConfig sms;
    private final FallbackConfig fallback;
    private final RecipientAllowlist recipients;
    private final Config config;

    StartChecks(
            HouseConfig house,
            MailSettings mail,
            SmsConfig sms,
            FallbackConfig fallback,
            RecipientAllowlist recipients,
            Config config) {
        this.house = house;
        this.mail = mail;
        this.sms = sms;
        this.fallback = fallback;
        this.recipients = recipients;
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        var objections = objections();
        if (!objections.isEmpty()) {
            throw new IllegalStateException(String.join(" ", objections));
        }
    }

    List<String> objections() {
        var objections = new ArrayList<String>();
        if (house.exposure() == Exposure.LOOPBACK
                && !LOOPBACK.contains(text("quarkus.http.host"))) {
            objections.add(
                    "There is no sign-in yet: listen on 127.0.0.1, or set"
                            + " clinni.exposure=private-network if only a private network can reach"
                            + " this service.");
        }
        var real = mail.provider() == ProviderKind.REAL || sms.provider() == ProviderKind.REAL;
        if (real && recipients.isNobody()) {
            objections.add(
                    "A real provider is configured outside production: name who may be written to"
                            + " in recipients.allowed, or set recipients.production=true.");
        }
        if (mail.provider() == ProviderKind.REAL && !isEncrypted()) {
            objections.add(
                    "A real mail server needs encryption: set quarkus.mailer.start-tls=REQUIRED or"
                            + " quarkus.mailer.tls=true.");
        }
        links(objections);
        lease(objections);
        channels(objections);
        return objections;
    }

    private void links(List<String> objections) {
        if (mail.provider() == ProviderKind.REAL && text("preferences.url").startsWith("http:")) {
            objections.add(
                    "Mail programs follow one-click links over https only: set preferences.url to"
                            + " an https address.");
        }
        if (sms.provider() == ProviderKind.REAL
                && sms.adapter() == SmsConfig.Adapter.SMPP
                && sms.smpp().protection() == SmppConfig.Protection.NONE) {
            objections.add(
                    "A real SMS provider needs protection: set sms.smpp.protection=TLS, or"
                            + " PRIVATE_LINK where a tunnel leads to it.");
        }
    }

    private boolean isEncrypted() {
        return "REQUIRED".equalsIgnoreCase(text("quarkus.mailer.start-tls"))
                || "true".equals(text("quarkus.mailer.tls"));
    }

    private void channels(List<String> objections) {
        for (var name : config.getPropertyNames()) {
            if (name.matches("mp\\.messaging\\.outgoing\\.[^.]+\\.connector")) {
                needs(objections, name, "acks", "all", "records could be lost");
                needs(objections, name, "enable.idempotence", "true", "records could be doubled");
            }
            if (name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.connector")) {
                needs(objections, name, "auto.offset.reset", "earliest", SKIPPED);
                needs(objections, name, "commit-strategy", "throttled", SKIPPED);
            }
        }
    }

    private void needs(
            List<String> objections, String connector, String key, String value, String or) {
        var name = connector.replace(".connector", "." + key);
        if (!value.equals(text(name))) {
            objections.add("%s must be %s, or %s.".formatted(name, value, or));
        }
    }

    /**
     * A call that could outlive its lease is never begun; with so short a lease none ever would.
     */
    private void lease(List<String> objections) {
        var longest = Collections.max(List.of(mail.callLimit(), sms.callLimit()));
        if (fallback.lease().compareTo(longest.plus(TO_SETTLE)) < 0) {
            objections.add(
                    "fallback.lease must be %d s longer than mail.call-limit and sms.call-limit."
                            .formatted(TO_SETTLE.toSeconds()));
        }
    }

    private String text(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
