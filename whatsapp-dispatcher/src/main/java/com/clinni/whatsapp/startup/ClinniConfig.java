package com.clinni.whatsapp.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where this service runs. */
@ConfigMapping(prefix = "clinni")
interface ClinniConfig {

    /** Who can reach the HTTP port. */
    @WithDefault("LOOPBACK")
    Exposure exposure();

    @WithDefault("LOCAL")
    Environment environment();

    /** Tells this pod from the others: it names their consumers. */
    String node();

    enum Exposure {
        /** This machine only. */
        LOOPBACK,
        /** A network of our own: published on loopback only, or behind a network policy. */
        PRIVATE_NETWORK
    }

    enum Environment {
        LOCAL,
        PRODUCTION
    }
}
