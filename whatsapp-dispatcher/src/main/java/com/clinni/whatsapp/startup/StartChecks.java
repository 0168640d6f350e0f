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
        return Stream.of(
                        host(),
                        lines(),
                        setting(
                                "mp.messaging.outgoing.outbox.acks",
                                "all",
                                "reports would be lost when a broker fails"),
                        setting(
                                "mp.messaging.incoming.whatsapp-ready.auto.offset.reset",
                                "earliest",
                                "messages published before the first start would be skipped"),
                        setting(
                                "mp.messaging.incoming.reminder-withdrawn.auto.offset.reset",
                                "earliest",
                                "withdrawals published before the first start would be skipped"))
                .flatMap(Optional::stream)
                .findFirst();
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

    private Optional<String> setting(String name, String wanted, String otherwise) {
        return wanted.equals(setting.apply(name))
                ? Optional.empty()
                : Optional.of("%s must be %s: %s.".formatted(name, wanted, otherwise));
    }
}
