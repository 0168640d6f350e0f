package com.clinni.fallback;

import com.clinni.fallback.HouseConfig.Exposure;
import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.provider.ProviderKind;
import com.clinni.fallback.provider.RecipientsAllowed;
import com.clinni.fallback.sms.SmsConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Refuses to start where starting would be unsafe, in sentences a person understands. */
class StartChecks {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final HouseConfig house;
    private final MailSettings mail;
    private final SmsConfig sms;
    private final RecipientsAllowed recipients;
    private final Config config;

    StartChecks(
            HouseConfig house,
            MailSettings mail,
            SmsConfig sms,
            RecipientsAllowed recipients,
            Config config) {
        this.house = house;
        this.mail = mail;
        this.sms = sms;
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
        channels(objections);
        return objections;
    }

    private boolean isEncrypted() {
        return "REQUIRED".equalsIgnoreCase(text("quarkus.mailer.start-tls"))
                || "true".equals(text("quarkus.mailer.tls"));
    }

    private void channels(List<String> objections) {
        for (var name : config.getPropertyNames()) {
            if (name.matches("mp\\.messaging\\.outgoing\\.[^.]+\\.connector")
                    && !"all".equals(text(name.replace(".connector", ".acks")))) {
                objections.add(name + " needs acks=all beside it, or records can be lost.");
            }
            if (name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.connector")
                    && !"earliest".equals(text(name.replace(".connector", ".auto.offset.reset")))) {
                objections.add(name + " needs auto.offset.reset=earliest beside it.");
            }
        }
    }

    private String text(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
