package com.clinni.fallback;

import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.provider.ProviderKind;
import com.clinni.fallback.sms.SmsConfig;
import com.clinni.fallback.sms.SmsConfig.Adapter;
import com.clinni.platform.startup.ProductionCheck;
import com.clinni.platform.startup.ProviderUrl;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Objects to providers that in production reach nobody, or that others could listen to. */
@Singleton
class ProvidersProductionCheck implements ProductionCheck {

    /** The keys that the simulators take. */
    private static final String OF_SIMULATORS = "local";

    private final MailSettings mail;
    private final SmsConfig sms;
    private final Config config;

    ProvidersProductionCheck(MailSettings mail, SmsConfig sms, Config config) {
        this.mail = mail;
        this.sms = sms;
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        return Stream.concat(ofMail(), sms.adapter() == Adapter.SMPP ? ofSmpp() : ofHttp());
    }

    private Stream<String> ofMail() {
        var refusals = Stream.<String>builder();
        if (mail.provider() == ProviderKind.SIMULATOR) {
            refusals.add(
                    "E-mails would go to a simulator: set mail.provider to REAL, and"
                            + " quarkus.mailer.* to a mail server.");
        }
        if ("true".equals(text("quarkus.mailer.trust-all"))) {
            refusals.add(
                    "Anybody could pass themselves off as the mail server: set"
                            + " quarkus.mailer.trust-all to false.");
        }
        return refusals.build();
    }

    private Stream<String> ofHttp() {
        var refusals = ofSms();
        if (!ProviderUrl.isProtected(sms.gatewayUrl())
                || !sms.balanceUrl().map(ProviderUrl::isProtected).orElse(true)) {
            refusals.add(
                    "The SMS provider is spoken to in plain http, or on this machine: set"
                            + " sms.gateway-url, and sms.balance-url where there is one, to the"
                            + " https address of a real one.");
        }
        if (isNoSecret(sms.gatewayApiKey())) {
            refusals.add(
                    "The SMS provider has no key of ours: set sms.gateway-api-key to the one that"
                            + " it gave.");
        }
        return refusals.build();
    }

    private Stream<String> ofSmpp() {
        var refusals = ofSms();
        if (isNoSecret(sms.smpp().password())) {
            refusals.add(
                    "The SMS provider has no password of ours: set sms.smpp.password to the one"
                            + " that it gave.");
        }
        return refusals.build();
    }

    private Stream.Builder<String> ofSms() {
        var refusals = Stream.<String>builder();
        if (sms.provider() == ProviderKind.SIMULATOR) {
            refusals.add("SMS would go to a simulator: set sms.provider to REAL.");
        }
        return refusals;
    }

    private static boolean isNoSecret(String key) {
        return key.isBlank() || key.equals(OF_SIMULATORS);
    }

    private String text(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
