package com.clinni.platform.access.entry;

import com.clinni.platform.startup.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Objects to a service that does not know by which names it is called. */
@Singleton
class HostsProductionCheck implements ProductionCheck {

    private final EntryConfig config;

    HostsProductionCheck(EntryConfig config) {
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        return config.hosts().filter(names -> !names.isEmpty()).isPresent()
                ? Stream.empty()
                : Stream.of(
                        "In production only this machine would be answered: name in access.hosts"
                                + " the hosts by which this service is called.");
    }
}
