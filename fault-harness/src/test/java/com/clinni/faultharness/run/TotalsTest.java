package com.clinni.faultharness.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.faultharness.check.ViolationKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");

    @Test
    void one_flagged_in_a_thousand_is_promised_and_more_is_not() {
        assertThat(new Totals(List.of(result(5_000, 9), result(5_000, 1))).fewAreFlagged())
                .isTrue();
        assertThat(new Totals(List.of(result(5_000, 9), result(5_000, 2))).fewAreFlagged())
                .isFalse();
    }

    @Test
    void the_report_says_what_was_lost_when_and_what_became_of_doubts() {
        assertThat(new Totals(List.of(result(2_000, 1), result(2_000, 1))).lines())
                .containsExactly(
                        "- Played between 2030-03-04 and 2030-03-05; 2 of 2 repetitions were"
                                + " judged.",
                        "- Of 4000 due: lost 2, doubled 0, late 4, overspent 0.",
                        "- Flagged: 2, which is 0.050 % of all; at most 0.1 % is promised, and that"
                                + " holds.",
                        "- In doubt: 16; 100.00 % came to an end, 75.00 % were found out about in"
                                + " ten minutes.");
    }

    @Test
    void a_run_without_a_result_promises_nothing_wrong() {
        assertThat(new Totals(List.of()).fewAreFlagged()).isTrue();
        assertThat(new Totals(List.of()).lines()).first().isEqualTo("- Nothing was played.");
    }

    @Test
    void every_kind_of_finding_is_read_from_the_verdicts_words() {
        assertThat(result(1, 0).found(ViolationKind.LATE)).isEqualTo(2);
        assertThat(result(1, 0).found(ViolationKind.LEAKED)).isZero();
    }

    private static Result result(int due, int flagged) {
        return new Result(
                "pauses",
                0,
                7,
                NOON,
                60 * 60 * 13,
                Map.of(
                        "due",
                        due,
                        "flagged",
                        flagged,
                        "doubts",
                        8,
                        "doubtsClassified",
                        8,
                        "doubtsResolved",
                        6),
                Map.of(),
                "1 lost, 0 doubled, 0 flagged, 2 late, 0 overspent, 0 unexpected, 0 leaked",
                List.of("LOST r-1"));
    }
}
