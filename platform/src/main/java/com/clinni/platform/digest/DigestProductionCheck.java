package com.clinni.platform.digest;

import com.clinni.platform.startup.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Objects to a secret that stands in this project's sources. */
@Singleton
class DigestProductionCheck implements ProductionCheck {

    private static final String OF_TESTS = "only-for-tests";

    private final DigestConfig config;

    DigestProductionCheck(DigestConfig config) {
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        return config.secret().filter(secret -> secret.startsWith(OF_TESTS)).isPresent()
                ? Stream.of(
                        "digest.secret is the one of tests, which everybody knows: set it to 32"
                                + " random characters or more.")
                : Stream.empty();
    }
}
