package com.clinni.appointments.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The addresses of the services that are asked when a patient's data is exported. */
@ConfigMapping(prefix = "export")
interface ExportConfig {

    /** Where reminder-service answers. */
    @WithDefault("http://localhost:8082")
    URI remindersUrl();

    /** Where whatsapp-dispatcher answers. */
    @WithDefault("http://localhost:8083")
    URI whatsappUrl();

    /** Where fallback-dispatcher answers. */
    @WithDefault("http://localhost:8084")
    URI fallbackUrl();
}
