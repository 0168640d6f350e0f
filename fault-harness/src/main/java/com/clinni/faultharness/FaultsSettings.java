package com.clinni.faultharness;

import com.clinni.faultharness.run.ShortRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of {@code make faults}, read from its environment.
 *
 * @param seed replays a run
 * @param isOfMutants whether defects are put in, to see whether they are noticed
 * @param only one scenario of the long run, or one defect, if not all
 * @param data where runs keep their files; a long run continues on the same
 */
record FaultsSettings(
        long seed, boolean isLong, boolean isOfMutants, Optional<String> only, Path data) {

    static FaultsSettings from(Map<String, String> environment) {
        return new FaultsSettings(
                text(environment, "SEED").map(Long::parseLong).orElseGet(ShortRun::anySeed),
                text(environment, "LONG").isPresent(),
                text(environment, "MUTANTS").isPresent(),
                text(environment, "ONLY"),
                Path.of(text(environment, "FAULTS_DATA").orElse("data-faults")).toAbsolutePath());
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
