package com.clinni.fallback.provider;

import com.clinni.platform.startup.ClinniConfig;
import com.clinni.platform.startup.ClinniConfig.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Keeps test messages from real people: outside production only listed ones are written to. */
@ApplicationScoped
public class RecipientAllowlist {

    private final boolean everyone;
    private final List<String> listed;

    RecipientAllowlist(ClinniConfig clinni, RecipientsConfig config) {
        this.everyone = clinni.environment() == Environment.PRODUCTION;
        this.listed =
                config.allowed().orElse(List.of()).stream()
                        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** Whether nobody could be written to through a real provider. */
    public boolean isNobody() {
        return !everyone && listed.isEmpty();
    }

    /** Whether an address may be written to through that kind of provider. */
    public boolean allows(ProviderKind provider, String address) {
        var written = address.toLowerCase(Locale.ROOT);
        return provider == ProviderKind.SIMULATOR
                || everyone
                || listed.stream()
                        .anyMatch(
                                entry ->
                                        entry.startsWith("@")
                                                ? written.endsWith(entry)
                                                : written.equals(entry));
    }
}
