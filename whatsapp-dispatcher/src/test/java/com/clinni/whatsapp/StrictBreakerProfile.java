package com.clinni.whatsapp;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A line whose breaker looks over as few calls as a real one's. */
public final class StrictBreakerProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("whatsapp.lines.default.breaker-calls", "4");
    }
}
