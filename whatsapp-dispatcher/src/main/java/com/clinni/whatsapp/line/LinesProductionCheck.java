package com.clinni.whatsapp.line;

import com.clinni.platform.startup.ProductionCheck;
import com.clinni.platform.startup.ProviderUrl;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Objects to lines that in production others could listen to, or that reach nobody. */
@Singleton
class LinesProductionCheck implements ProductionCheck {

    private static final int SHORTEST_KEY = 16;

    private final WhatsAppConfig whatsapp;

    LinesProductionCheck(WhatsAppConfig whatsapp) {
        this.whatsapp = whatsapp;
    }

    @Override
    public Stream<String> refusals() {
        return whatsapp.lines().entrySet().stream()
                .flatMap(line -> wrong(line.getValue()).map(each -> each.formatted(line.getKey())));
    }

    /** Sentences about a line, its name left out. */
    private static Stream<String> wrong(LineConfig line) {
        var wrong = Stream.<String>builder();
        if (!ProviderUrl.isProtected(line.url())) {
            wrong.add(
                    "Line %1$s speaks to its gateway in plain http, or on this machine: set"
                            + " whatsapp.lines.%1$s.url to the https address of a real one.");
        }
        if (line.provider().filter(Provider.SIMULATOR::equals).isPresent()) {
            wrong.add(
                    "Line %1$s is said to be a simulator's: set whatsapp.lines.%1$s.provider to"
                            + " REAL.");
        }
        if (line.apiKey().filter(key -> !key.isBlank()).isEmpty()) {
            wrong.add(
                    "Line %1$s has no key for its gateway: set whatsapp.lines.%1$s.api-key, or"
                            + " anybody who reaches the gateway sends with our number.");
        }
        if (line.webhookKeys().isEmpty()) {
            wrong.add(
                    "Line %1$s has no webhook-key: in production every webhook must be signed, set"
                            + " whatsapp.lines.%1$s.webhook-key.");
        }
        if (line.webhookKeys().stream().anyMatch(key -> key.length() < SHORTEST_KEY)) {
            wrong.add(
                    "Line %1$s has a webhook-key, or one before it, that can be guessed: set"
                            + " whatsapp.lines.%1$s.webhook-key to 16 characters or more.");
        }
        return wrong.build();
    }
}
