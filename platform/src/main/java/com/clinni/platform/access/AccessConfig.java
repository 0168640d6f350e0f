package com.clinni.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of the provider's tokens. A claim inside another is {@code outer/inner}. */
@ConfigMapping(prefix = "access")
interface AccessConfig {

    /** The claim that names roles. */
    @WithDefault("roles")
    String rolesClaim();

    /** The claim that names clinics. */
    @WithDefault("clinics")
    String clinicsClaim();

    /** The secret by which this service gets tokens of its own. */
    Optional<String> clientSecret();
}
