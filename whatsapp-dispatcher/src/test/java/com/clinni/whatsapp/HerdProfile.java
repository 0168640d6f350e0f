package com.clinni.whatsapp;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A line that sends ten a second at most, and nobody who confirms. */
public final class HerdProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "whatsapp.lines.default.send-interval", "100ms",
                "whatsapp.lines.default.send-jitter", "0.5",
                "whatsapp.lines.default.exposure", "10000");
    }
}
