package com.clinni.whatsapp.startup;

import com.clinni.whatsapp.line.LineConfig;
import com.clinni.whatsapp.line.Provider;
import com.clinni.whatsapp.line.WhatsAppConfig;
import com.clinni.whatsapp.startup.ClinniConfig.Environment;
import com.clinni.whatsapp.startup.ClinniConfig.Exposure;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Settings that must not go together, each as a sentence.
 *
 * @param setting looks up a setting by name; null when it is not set
 */
record StartChecks(ClinniConfig clinni, WhatsAppConfig whatsapp, UnaryOperator<String> setting) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "[::1]", "localhost");

    /** What is wrong, or empty when the service may start. */
    Optional<String> firstRefusal() {
        return Stream.of(host(), lines(), canaries()).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> host() {
        var host = setting.apply("quarkus.http.host");
        return clinni.exposure() == Exposure.LOOPBACK && (host == null || !LOOPBACK.contains(host))
                ? Optional.of(
                        "The HTTP port would be open to others, and there is no sign-in yet: set"
                                + " quarkus.http.host to 127.0.0.1, or clinni.exposure to"
                                + " private-network where only our own network reaches it.")
                : Optional.empty();
    }

    private Optional<String> lines() {
        return whatsapp.lines().entrySet().stream()
                .flatMap(line -> line(line).stream())
                .findFirst();
    }

    private Optional<String> line(Map.Entry<String, LineConfig> entry) {
        var line = entry.getValue();
        var production = clinni.environment() == Environment.PRODUCTION;
        if (production && line.webhookKeys().isEmpty()) {
            return Optional.of(
                    "Line %s has no webhook-key: in production every webhook must be signed."
                            .formatted(entry.getKey()));
        }
        if (!production && isReal(line) && whatsapp.recipientsAllowed().isEmpty()) {
            return Optional.of(
                    ("Line %s reaches real people and this is no production: name in"
                                    + " whatsapp.recipients-allowed who may be written to.")
                            .formatted(entry.getKey()));
        }
        return Optional.empty();
    }

    /** A gateway elsewhere than on this machine is real unless it is called a simulator. */
    private static boolean isReal(LineConfig line) {
        return line.provider()
                .map(provider -> provider == Provider.REAL)
                .orElse(!LOOPBACK.contains(String.valueOf(line.url().getHost())));
    }

    /** It is written to without being asked: it has to be a number at all. */
    private Optional<String> canaries() {
        return whatsapp.lines().entrySet().stream()
                .filter(line -> !line.getValue().canary().map(StartChecks::isE164).orElse(true))
                .map(
                        line ->
                                "Line %s has a canary that is no E.164 number, as +34600000123 is."
                                        .formatted(line.getKey()))
                .findFirst();
    }

    private static boolean isE164(String written) {
        return written.matches("\\+[1-9]\\d{7,14}");
    }
}
