package com.clinni.faultharness.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.faultharness.check.SendOrder.One;
import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.Patient;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.load.RecordedReminder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_second_may_begin_anywhere_and_ends_before_its_last_moment() {
        assertThat(at(0, 400, 900, 1_000, 1_300).mostWithin(SECOND)).isEqualTo(4);
        assertThat(at(0, 500, 1_000, 1_500).mostWithin(SECOND)).isEqualTo(2);
        assertThat(at().mostWithin(SECOND)).isZero();
    }

    @Test
    void it_does_not_matter_in_which_order_the_records_come() {
        assertThat(at(1_300, 0, 900, 400).mostWithin(SECOND)).isEqualTo(3);
    }

    @Test
    void a_time_is_counted_from_the_first_that_left() {
        var line = at(10_000, 10_500, 11_000, 12_500);

        assertThat(line.in(SECOND, Duration.ZERO)).isEqualTo(2);
        assertThat(line.in(SECOND, SECOND.multipliedBy(2))).isEqualTo(1);
    }

    @Test
    void who_leaves_before_somebody_more_urgent_overtakes_him() {
        var served = served(one(0, "a", 9), one(2_000, "a", 3), one(4_000, "a", 10));

        assertThat(served.overtaking(SECOND)).isEqualTo(1);
    }

    @Test
    void deadlines_within_one_minute_are_equally_urgent_and_sends_at_once_have_no_order() {
        assertThat(served(one(0, "a", 4), one(2_000, "a", 3)).overtaking(SECOND)).isZero();
        assertThat(served(one(0, "a", 9), one(500, "a", 3)).overtaking(SECOND)).isZero();
    }

    @Test
    void one_clinics_part_is_seen_in_the_first_that_left() {
        var served = served(one(0, "a", 9), one(1, "b", 9), one(2, "a", 9), one(3, "b", 9));

        assertThat(served.largestShareOf(3)).isEqualTo(2.0 / 3);
        assertThat(served.largestShareOf(4)).isEqualTo(0.5);
    }

    private static SendOrder at(int... millis) {
        return new SendOrder(Arrays.stream(millis).mapToObj(ms -> one(ms, "a", 60)).toList());
    }

    private static SendOrder served(One... all) {
        return new SendOrder(List.of(all));
    }

    private static One one(int millis, String clinic, int minutesLeft) {
        return new One(NOON.plusMillis(millis), due(clinic, NOON.plusSeconds(60L * minutesLeft)));
    }

    private static RecordedReminder due(String clinic, Instant sendBefore) {
        return new RecordedReminder(
                "r-1",
                "a-1",
                Clinic.of(clinic, Policy.WHATSAPP_OR_EMAIL, 0, NOON),
                new Patient("p-1", Patient.NAME, "+34600000001", "patient.1@example.com"),
                sendBefore.plusSeconds(900),
                sendBefore,
                null);
    }
}
