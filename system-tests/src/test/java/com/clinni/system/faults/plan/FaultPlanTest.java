package com.clinni.system.faults.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.system.faults.plan.Fault.Crash;
import com.clinni.testbed.agent.CrashPoint;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    @Test
    void a_seed_replays_its_plan() {
        assertThat(FaultPlan.of(42)).isEqualTo(FaultPlan.of(42));
        assertThat(FaultPlan.of(42)).isNotEqualTo(FaultPlan.of(43));
    }

    @Test
    void three_seeds_in_a_row_see_every_crash_point_once() {
        var points =
                LongStream.range(41, 44)
                        .mapToObj(FaultPlan::of)
                        .flatMap(FaultPlanTest::crashes)
                        .map(Crash::point)
                        .toList();

        assertThat(points).doesNotHaveDuplicates().containsAll(ofCode());
    }

    private static Stream<Crash> crashes(FaultPlan plan) {
        return plan.together().values().stream()
                .flatMap(faults -> faults.stream())
                .filter(Crash.class::isInstance)
                .map(Crash.class::cast);
    }

    private static Iterable<CrashPoint> ofCode() {
        return Arrays.stream(CrashPoint.values())
                .filter(point -> point.kind() != CrashPoint.Kind.LINK)
                .toList();
    }
}
