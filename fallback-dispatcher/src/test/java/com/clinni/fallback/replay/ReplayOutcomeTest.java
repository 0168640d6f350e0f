package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.DeliveryState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "WAITING, ON_ITS_WAY",
        "SENDING, ON_ITS_WAY",
        "IN_DOUBT, IN_DOUBT",
        "ACCEPTED, SENT",
        "DELIVERED, DELIVERED",
        "READ, DELIVERED",
        "DEAD, ON_ITS_WAY",
        "RECEIVED, ON_ITS_WAY",
        "NOT_WANTED, NOT_WANTED",
        "SUPPRESSED, SUPPRESSED",
        "EXPIRED, EXPIRED",
        "WITHDRAWN, WITHDRAWN",
        "DOUBT_CLOSED, DOUBT_CLOSED",
        "NEEDS_ATTENTION, DIED_AGAIN",
        "REPLAYED, ON_ITS_WAY",
        "DISCARDED, DISCARDED"
    })
    void a_message_that_was_sent_again_ends_as_its_newest_generation_stands(
            DeliveryState state, ReplayOutcome outcome) {
        assertThat(ReplayOutcome.of(Verdict.REPLAY, true, state)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void what_was_not_sent_again_has_no_outcome_but_that(Verdict verdict) {
        assertThat(ReplayOutcome.of(verdict, true, null))
                .isEqualTo(
                        switch (verdict) {
                            case REPLAY -> ReplayOutcome.ON_ITS_WAY;
                            case UNDECIDED -> ReplayOutcome.UNDECIDED;
                            default -> ReplayOutcome.NOT_REPLAYED;
                        });
    }

    @Test
    void of_a_record_that_is_no_message_only_its_next_death_is_heard_of() {
        assertThat(ReplayOutcome.of(Verdict.REPLAY, false, null))
                .isEqualTo(ReplayOutcome.NOT_FOLLOWED);
        assertThat(ReplayOutcome.of(Verdict.REPLAY, false, DeliveryState.REPLAYED))
                .isEqualTo(ReplayOutcome.NOT_FOLLOWED);
        assertThat(ReplayOutcome.of(Verdict.REPLAY, false, DeliveryState.NEEDS_ATTENTION))
                .isEqualTo(ReplayOutcome.DIED_AGAIN);
    }
}
