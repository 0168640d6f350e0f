package com.clinni.whatsapp;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** One line with a number of our own to try it with, one without, and few messages at stake. */
public final class SilentProfile implements QuarkusTestProfile {

    public static final String CANARY = "+34699999999";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "whatsapp.lines.default.exposure", "20",
                "whatsapp.lines.default.canary", CANARY,
                "whatsapp.lines.second.exposure", "20",
                "whatsapp.lines.second.send-interval", "0s",
                "whatsapp.lines.second.slots", "8");
    }
}
