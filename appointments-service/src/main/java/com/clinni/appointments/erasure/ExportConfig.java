package com.clinni.appointments.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The addresses of the services that are asked when a patient's data is exported. */
@ConfigMapping(prefix = "export")
interface ExportConfig {

    /** Address of reminder-service. */
    @WithDefault("http://localhost:8082")
    URI remindersUrl();

    /** Address of whatsapp-dispatcher. */
    @WithDefault("http://localhost:8083")
    URI whatsappUrl();

    /** Address of fallback-dispatcher. */
    @WithDefault("http://localhost:8084")
    URI fallbackUrl();
}
