package com.clinni.faultharness.check;

import static com.clinni.faultharness.check.EvidenceBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.faultharness.check.TakeoverTimes.Death;
import com.clinni.faultharness.check.TimelineReminder.Step;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AfterwardsTest {

    @Test
    void doubts_are_counted_with_what_became_of_them() {
        var found = told(step(0, "SENDING"), step(3, "IN_DOUBT"), step(8, "SENT"));
        var closed = told(step(0, "IN_DOUBT"), step(600, "DOUBT_CLOSED"));
        var slow = told(step(0, "IN_DOUBT"), step(601, "SENT"));
        var open = told(step(0, "IN_DOUBT"));

        assertThat(DoubtStatistics.in(List.of(found, closed, slow, open)))
                .isEqualTo(new DoubtStatistics(4, 3, 1));
    }

    @Test
    void work_is_taken_over_at_the_next_step_after_the_last_death_of_who_did_it() {
        var dead = told(step(0, "SENDING"), step(41, "IN_DOUBT"), step(50, "SENT"));
        var done = told(step(0, "SENDING"), step(5, "SENT"));
        var later = told(step(20, "SENDING"), step(80, "SENT"));
        var deaths =
                List.of(
                        new Death(Service.WHATSAPP, NOON.plusSeconds(7)),
                        new Death(Service.WHATSAPP, NOON.plusSeconds(10)),
                        new Death(Service.FALLBACK, NOON.plusSeconds(40)));

        assertThat(TakeoverTimes.after(deaths, List.of(), List.of(dead, done, later)))
                .containsExactly(Duration.ofSeconds(31));
    }

    @Test
    void a_clean_restart_after_a_death_begins_the_time_anew_and_alone_is_none() {
        var deaths = List.of(new Death(Service.WHATSAPP, NOON.plusSeconds(5)));
        var stops =
                List.of(
                        new Death(Service.WHATSAPP, NOON.plusSeconds(3)),
                        new Death(Service.WHATSAPP, NOON.plusSeconds(30)),
                        new Death(Service.FALLBACK, NOON.plusSeconds(35)));
        var dead = told(step(0, "SENDING"), step(41, "IN_DOUBT"));
        var stopped = told(step(29, "SENDING"), step(40, "SENT"));

        assertThat(TakeoverTimes.after(deaths, stops, List.of(dead, stopped)))
                .containsExactly(Duration.ofSeconds(11));
    }

    private static Step step(long seconds, String what) {
        return new Step(NOON.plusSeconds(seconds), what, "WHATSAPP", "");
    }

    private static TimelineReminder told(Step... steps) {
        return new TimelineReminder(
                EvidenceBuilder.REMINDER,
                steps[steps.length - 1].what(),
                "WHATSAPP",
                false,
                Stream.of(steps).toList());
    }
}
