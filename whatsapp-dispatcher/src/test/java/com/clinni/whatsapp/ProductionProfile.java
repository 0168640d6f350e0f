package com.clinni.whatsapp;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that production asks of this service beside its servers. */
public final class ProductionProfile implements QuarkusTestProfile {

    private static final Map<String, String> SERVICE =
            Map.of(
                    "clinni.environment", "production",
                    "access.hosts", "localhost",
                    "quarkus.oidc.auth-server-url", "https://sso.clinni.example/realms/clinics",
                    "quarkus.oidc-client.auth-server-url",
                            "https://sso.clinni.example/realms/clinics");

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(SERVICE);
        settings.put("digest.secret", "0123456789abcdef0123456789abcdef");
        List.of("default", "second").forEach(line -> settings.putAll(line(line)));
        return settings;
    }

    private static Map<String, String> line(String name) {
        var line = "whatsapp.lines." + name + ".";
        return Map.of(
                line + "url", "https://waha.clinni.example",
                line + "provider", "REAL",
                line + "api-key", "0123456789abcdef0123456789abcdef",
                line + "webhook-key", "0123456789abcdef0123456789abcdef",
                line + "webhook-key-before", "fedcba9876543210");
    }
}
