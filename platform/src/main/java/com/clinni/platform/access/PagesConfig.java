package com.clinni.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of a service whose pages people sign in to. */
@ConfigMapping(prefix = "pages")
interface PagesConfig {

    /**
     * The secret of the service as a client of the identity provider, 32 characters or more: it
     * also keeps sessions from being read and written. A service without pages has none.
     */
    Optional<String> clientSecret();

    /** How long nobody may use a session before it has ended. */
    @WithDefault("PT30M")
    Duration idle();

    /** Browsers send the cookies over HTTPS only. */
    @WithDefault("true")
    boolean secureCookies();
}
