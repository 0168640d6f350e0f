package com.clinni.faultharness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.faultharness.plan.Fault.Crash;
import com.clinni.faultharness.plan.Fault.Cut;
import com.clinni.testbed.agent.CrashPoint;
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

        assertThat(points).doesNotHaveDuplicates().contains(CrashPoint.values());
    }

    @Test
    void each_kind_of_cut_happens_once_and_each_to_another_link() {
        var cuts = FaultPlan.of(42).cuts();

        assertThat(cuts).extracting(Cut::kind).containsExactlyInAnyOrder(CutKind.values());
        assertThat(cuts).extracting(Cut::link).doesNotHaveDuplicates();
    }

    private static Stream<Crash> crashes(FaultPlan plan) {
        return plan.deaths().values().stream()
                .flatMap(faults -> faults.stream())
                .filter(Crash.class::isInstance)
                .map(Crash.class::cast);
    }
}
