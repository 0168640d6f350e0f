package com.clinni.fallback.sms;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings of the SMS feature as they are without the application: their defaults and these. */
public final class Settings {

    private Settings() {}

    public static SmsConfig sms(Map<String, String> settings) {
        var named =
                settings.entrySet().stream()
                        .collect(Collectors.toMap(e -> "sms." + e.getKey(), Map.Entry::getValue));
        return new SmallRyeConfigBuilder()
                .withMapping(SmsConfig.class)
                .withSources(new PropertiesConfigSource(named, "test", 100))
                .build()
                .getConfigMapping(SmsConfig.class);
    }
}
