package com.clinni.platform.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the place where a service runs. */
@ConfigMapping(prefix = "clinni")
public interface ClinniConfig {

    /** Who is at the other end. */
    @WithDefault("local")
    Environment environment();

    /** Who can reach the HTTP port. */
    @WithDefault("loopback")
    Exposure exposure();

    /** Tells this node from the others: it names their consumers. */
    @WithDefault("local")
    String node();

    /** What a service is run for. */
    enum Environment {
        /** Simulators, or people who agreed to be written to. */
        LOCAL,
        /** Real patients: every {@link ProductionCheck} has its say. */
        PRODUCTION
    }

    /** Who can reach a port that asks nobody who they are. */
    enum Exposure {
        /** This machine only. */
        LOOPBACK,
        /** A network of our own: published on loopback only, or behind a network policy. */
        PRIVATE_NETWORK
    }
}
