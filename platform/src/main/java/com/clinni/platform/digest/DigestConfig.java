package com.clinni.platform.digest;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of the keyed digest. */
@ConfigMapping(prefix = "digest")
interface DigestConfig {

    /**
     * The installation's secret, 32 characters or more: the same in every service that needs it,
     * and never another one. Only ever from the environment.
     */
    Optional<String> secret();
}
