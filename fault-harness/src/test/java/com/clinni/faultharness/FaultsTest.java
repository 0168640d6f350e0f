package com.clinni.faultharness;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.faultharness.run.Report;
import com.clinni.faultharness.run.ShortRun;
import com.clinni.faultharness.run.ShortTimes;
import com.clinni.faultharness.run.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code make faults} does; the seed is printed, and SEED replays it. */
class FaultsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void nothing_is_lost_doubled_late_leaked_or_overspent_whatever_is_done_to_the_services()
            throws Exception {
        var seed =
                Optional.ofNullable(System.getenv("SEED"))
                        .filter(text -> !text.isBlank())
                        .map(Long::parseLong)
                        .orElseGet(ShortRun::anySeed);
        var data = Files.createTempDirectory(Path.of("target"), "faults-");

        try (var stage = Stage.start(ShortTimes.options(ROOT, data), seed)) {
            var observation = new ShortRun(stage, seed, System.out).play();
            new Report(observation).to(System.out);

            assertThat(observation.verdict().violations()).as("SEED=" + seed).isEmpty();
            assertThat(observation.complaints()).as("SEED=" + seed).isEmpty();
        }
    }
}
