package com.clinni.appointments.manual.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The address of the service that writes the texts. */
@ConfigMapping(prefix = "manual")
interface TextServiceConfig {

    /** Address of reminder-service, e.g. {@code http://localhost:8082}. */
    @WithDefault("http://localhost:8082")
    URI textsUrl();
}
