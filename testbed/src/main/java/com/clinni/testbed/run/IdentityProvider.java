package com.clinni.testbed.run;

import com.clinni.testbed.infrastructure.ChildJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The identity provider of the local system: a program of its own module, because what it is built
 * on does not go together with what the services are built on.
 */
record IdentityProvider(Path root, DataDirectory data, Ports ports) {

    static final String NAME = "identity";

    static Path jar(Path root) {
        return root.resolve("identity/target/identity-0.1.0.jar");
    }

    /** What services and pages know it by. */
    static String issuer(Ports ports) {
        return "http://127.0.0.1:" + ports.identity() + "/clinni";
    }

    ProcessSpec process() {
        var jar = jar(root);
        var command = new ArrayList<>(List.of(ChildJvm.java()));
        command.add("-Xmx96m");
        command.addAll(ChildJvm.QUICK_START);
        command.addAll(
                List.of(
                        "-cp",
                        jar + File.pathSeparator + jar.resolveSibling("lib").resolve("*"),
                        "com.clinni.identity.IdentityMain",
                        data.identity().toString(),
                        Integer.toString(ports.identity())));
        return new ProcessSpec(NAME, command, Map.of(), data.log(NAME));
    }
}
