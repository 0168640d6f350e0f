package com.clinni.testbed.run;

import com.clinni.testbed.infrastructure.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks the conditions for a start. */
final class Preconditions {

    private Preconditions() {}

    static void packaged(SystemOptions options) {
        for (var service : options.services()) {
            built(service.module(), service.jar(options.root()));
        }
        if (!options.services().isEmpty()) {
            built(IdentityProvider.NAME, IdentityProvider.jar(options.root()));
        }
    }

    private static void built(String module, Path jar) {
        if (!Files.exists(jar)) {
            throw new StartFailure(
                    "%s has not been built: run make run, which builds it, or mvn package -DskipTests."
                            .formatted(module));
        }
    }

    static void portsFree(Ports ports) {
        ports.all()
                .forEach(
                        (what, port) -> {
                            if (!FreePorts.isFree(port)) {
                                throw new StartFailure(
                                        "Port %d (%s) is in use: stop who uses it, or move every port by make run PORT_BASE=18080."
                                                .formatted(port, what));
                            }
                        });
    }
}
