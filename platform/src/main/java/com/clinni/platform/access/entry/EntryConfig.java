package com.clinni.platform.access.entry;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of what is let in before anybody is asked who they are. */
@ConfigMapping(prefix = "access")
interface EntryConfig {

    /**
     * The names by which this service is called, separated by commas, each with its port or for
     * every port without; when there are none, this machine's own.
     */
    Optional<List<String>> hosts();

    /** How long a request's body may take in any case. */
    @WithDefault("30s")
    Duration bodyTime();

    /** How much must have come for each second more. */
    @WithDefault("4K")
    MemorySize bodyRate();
}
