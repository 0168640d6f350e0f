package com.clinni.system.faults.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code make faults} is told.
 *
 * @param seed replays a run
 * @param only one scenario of the long run, if not all
 * @param data where runs keep their files
 */
record Settings(long seed, boolean isLong, boolean isMutants, Optional<String> only, Path data) {

    static Settings from(Map<String, String> environment) {
        return new Settings(
                text(environment, "SEED").map(Long::parseLong).orElseGet(FaultsMain::anySeed),
                text(environment, "LONG").isPresent(),
                text(environment, "MUTANTS").isPresent(),
                text(environment, "ONLY"),
                Path.of(text(environment, "DATA").orElse("data-faults")).toAbsolutePath());
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
