package com.clinni.whatsapp;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration without an application: the mapped defaults and what a test says. */
public final class TestConfig {

    private static final int ORDINAL = 500;

    private TestConfig() {}

    public static <T> T of(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(settings, "test", ORDINAL))
                .build()
                .getConfigMapping(mapping);
    }
}
