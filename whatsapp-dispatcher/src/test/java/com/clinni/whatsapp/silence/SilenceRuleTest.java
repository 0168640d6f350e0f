package com.clinni.whatsapp.silence;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.silence.SilenceRule.Signs;
import com.clinni.whatsapp.silence.SilenceRule.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceRuleTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");
    private final SilenceRule rule =
            new SilenceRule(Duration.ofMinutes(5), Duration.ofMinutes(1), 20);

    @Test
    void a_line_that_sent_nothing_works() {
        assertThat(rule.of(signs(0, 0, null, 0, 0, null, null), NOON)).isEqualTo(Verdict.WORKING);
    }

    @Test
    void five_minutes_without_half_of_the_last_twenty_confirmed_are_silence() {
        var signs = signs(2, 2, ago(299), 20, 9, ago(299), null);
        assertThat(rule.of(signs, NOON)).isEqualTo(Verdict.SUSPECTED);
        assertThat(rule.of(signs, NOON.plusSeconds(1))).isEqualTo(Verdict.SILENT);
    }

    @Test
    void half_of_them_confirmed_are_enough() {
        assertThat(rule.of(signs(0, 0, null, 20, 10, ago(3_000), null), NOON))
                .isEqualTo(Verdict.WORKING);
    }

    @Test
    void one_message_with_a_trouble_of_its_own_does_not_condemn_a_line_that_confirmed_others() {
        assertThat(rule.of(signs(1, 1, ago(3_000), 20, 19, ago(3_000), null), NOON))
                .isEqualTo(Verdict.SUSPECTED);
    }

    @Test
    void a_few_in_a_row_do_whatever_was_confirmed_before() {
        assertThat(rule.of(signs(3, 3, ago(300), 20, 17, ago(300), null), NOON))
                .isEqualTo(Verdict.SILENT);
    }

    @Test
    void a_canary_that_is_not_heard_of_for_a_minute_tells_sooner() {
        var signs = signs(1, 1, ago(120), 20, 19, ago(120), ago(59));
        assertThat(rule.of(signs, NOON)).isEqualTo(Verdict.SUSPECTED);
        assertThat(rule.of(signs, NOON.plusSeconds(1))).isEqualTo(Verdict.SILENT);
    }

    @Test
    void as_many_as_may_be_lost_make_a_line_suspect_at_once() {
        assertThat(rule.of(signs(19, 19, ago(2), 20, 1, ago(2), null), NOON))
                .isEqualTo(Verdict.WORKING);
        assertThat(rule.of(signs(20, 20, ago(2), 20, 0, ago(2), null), NOON))
                .isEqualTo(Verdict.SUSPECTED);
    }

    private static Instant ago(int seconds) {
        return NOON.minusSeconds(seconds);
    }

    private static Signs signs(
            int exposed,
            int unheard,
            Instant unheardSince,
            int recent,
            int confirmed,
            Instant oldest,
            Instant canary) {
        return new Signs(exposed, unheard, unheardSince, recent, confirmed, oldest, canary);
    }
}
