package com.clinni.whatsapp.line;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether real patients are at the other end. */
@ConfigMapping(prefix = "clinni")
interface EnvironmentConfig {

    @WithDefault("local")
    Environment environment();

    enum Environment {
        LOCAL,
        PRODUCTION
    }
}
