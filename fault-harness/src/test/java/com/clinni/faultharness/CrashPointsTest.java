package com.clinni.faultharness;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.agent.CrashPoints;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrashPointsTest {

    @Test
    void every_crash_point_names_a_method_that_its_service_has() {
        var root = Path.of("..").toAbsolutePath().normalize();
        assertThat(CrashPoints.missing(root)).isEmpty();
    }
}
