package com.clinni.whatsapp.line;

import com.clinni.platform.startup.ClinniConfig;
import com.clinni.platform.startup.ClinniConfig.Environment;
import com.clinni.platform.startup.StartCheck;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Stream;

/** Objects to lines that could reach the wrong people. */
@Singleton
class LinesCheck implements StartCheck {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "[::1]", "localhost");

    private final boolean isProduction;
    private final WhatsAppConfig whatsapp;

    LinesCheck(ClinniConfig clinni, WhatsAppConfig whatsapp) {
        this.isProduction = clinni.environment() == Environment.PRODUCTION;
        this.whatsapp = whatsapp;
    }

    @Override
    public Stream<String> refusals() {
        return whatsapp.lines().entrySet().stream()
                .flatMap(line -> refusals(line.getKey(), line.getValue()));
    }

    private Stream<String> refusals(String name, LineConfig line) {
        var refusals = Stream.<String>builder();
        if (!isProduction && isReal(line) && whatsapp.recipientsAllowed().isEmpty()) {
            refusals.add(
                    ("Line %s reaches real people and this is no production: name in"
                                    + " whatsapp.recipients-allowed who may be written to.")
                            .formatted(name));
        }
        if (!line.canary().map(LinesCheck::isE164).orElse(true)) {
            refusals.add(
                    "Line %s has a canary that is no E.164 number, as +34600000123 is."
                            .formatted(name));
        }
        return refusals.build();
    }

    /** A gateway elsewhere than on this machine is real unless it is called a simulator. */
    private static boolean isReal(LineConfig line) {
        return line.provider()
                .map(provider -> provider == Provider.REAL)
                .orElse(!LOOPBACK.contains(String.valueOf(line.url().getHost())));
    }

    /** A canary is written to without having asked: it has to be a number at all. */
    private static boolean isE164(String written) {
        return written.matches("\\+[1-9]\\d{7,14}");
    }
}
