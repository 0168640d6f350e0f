package com.clinni.fallback;

import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.provider.ProviderKind;
import com.clinni.fallback.provider.RecipientAllowlist;
import com.clinni.fallback.sms.SmsConfig;
import com.clinni.fallback.sms.smpp.SmppConfig;
import com.clinni.platform.startup.StartCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Objects to real providers that are not protected, or would reach people by mistake. */
@Singleton
class ProvidersCheck implements StartCheck {

    private final MailSettings mail;
    private final SmsConfig sms;
    private final RecipientAllowlist recipients;
    private final Config config;

    ProvidersCheck(MailSettings mail, SmsConfig sms, RecipientAllowlist recipients, Config config) {
        this.mail = mail;
        this.sms = sms;
        this.recipients = recipients;
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        var refusals = Stream.<String>builder();
        var isMailReal = mail.provider() == ProviderKind.REAL;
        var isSmsReal = sms.provider() == ProviderKind.REAL;
        if ((isMailReal || isSmsReal) && recipients.isNobody()) {
            refusals.add(
                    "A real provider is configured outside production: name who may be written to"
                            + " in recipients.allowed, or set clinni.environment=production.");
        }
        if (isMailReal && !isMailEncrypted()) {
            refusals.add(
                    "A real mail server needs encryption: set quarkus.mailer.start-tls=REQUIRED or"
                            + " quarkus.mailer.tls=true.");
        }
        if (isMailReal && text("preferences.url").startsWith("http:")) {
            refusals.add(
                    "Mail programs follow one-click links over https only: set preferences.url to"
                            + " an https address.");
        }
        if (isSmsReal && isSmppOpen()) {
            refusals.add(
                    "A real SMS provider needs protection: set sms.smpp.protection=TLS, or"
                            + " PRIVATE_LINK where a tunnel leads to it.");
        }
        return refusals.build();
    }

    private boolean isMailEncrypted() {
        return "REQUIRED".equalsIgnoreCase(text("quarkus.mailer.start-tls"))
                || "true".equals(text("quarkus.mailer.tls"));
    }

    private boolean isSmppOpen() {
        return sms.adapter() == SmsConfig.Adapter.SMPP
                && sms.smpp().protection() == SmppConfig.Protection.NONE;
    }

    private String text(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
