package com.clinni.whatsapp.line;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the environment: in production there are real patients at the other end. */
@ConfigMapping(prefix = "clinni")
interface EnvironmentConfig {

    @WithDefault("local")
    Environment environment();

    enum Environment {
        LOCAL,
        PRODUCTION
    }
}
