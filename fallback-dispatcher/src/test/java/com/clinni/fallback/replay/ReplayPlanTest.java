package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayPlanTest {

    private static final Instant NOW = MutableClock.START;
    private static final UUID ID = UUID.randomUUID();

    static Stream<Arguments> table() {
        var later = NOW.plusSeconds(1);
        return Stream.of(
                Arguments.of(needs(Cause.SMS_NO_CREDIT, later, false, false), Verdict.REPLAY),
                Arguments.of(needs(Cause.UNREADABLE, null, false, false), Verdict.REPLAY),
                Arguments.of(
                        needs(Cause.SMS_NO_CREDIT, NOW, false, false), Verdict.SKIPPED_EXPIRED),
                Arguments.of(
                        needs(Cause.SMS_NO_CREDIT, later, true, false), Verdict.SKIPPED_WITHDRAWN),
                Arguments.of(
                        needs(Cause.DOUBT_UNRESOLVED, later, false, false),
                        Verdict.NEEDS_MAY_DUPLICATE),
                Arguments.of(
                        needs(Cause.EMAIL_REFUSED, later, false, true),
                        Verdict.NEEDS_MAY_DUPLICATE),
                Arguments.of(in(DeliveryState.REPLAYED), Verdict.SKIPPED_REPLAYED_ALREADY),
                Arguments.of(in(DeliveryState.WITHDRAWN), Verdict.SKIPPED_WITHDRAWN),
                Arguments.of(in(DeliveryState.ACCEPTED), Verdict.SKIPPED_NOT_NEEDING_ATTENTION),
                Arguments.of(in(DeliveryState.DISCARDED), Verdict.SKIPPED_NOT_NEEDING_ATTENTION),
                Arguments.of(in(DeliveryState.NOT_WANTED), Verdict.SKIPPED_NOT_NEEDING_ATTENTION));
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_dead_letter_has_its_verdict(ReplayCandidate candidate, Verdict expected) {
        assertThat(ReplayPlan.of(List.of(ID), List.of(candidate), false, NOW).items())
                .containsExactly(new ReplayPlan.Item(ID, expected));
    }

    @Test
    void a_doubt_is_replayed_by_who_takes_the_risk() {
        var doubt = needs(Cause.DOUBT_UNRESOLVED, NOW.plusSeconds(1), false, true);

        assertThat(ReplayPlan.of(List.of(ID), List.of(doubt), true, NOW).replayed())
                .containsExactly(ID);
    }

    @Test
    void an_id_twice_counts_once_and_an_unknown_one_is_told() {
        var unknown = UUID.randomUUID();
        var plan =
                ReplayPlan.of(
                        List.of(ID, unknown, ID), List.of(in(DeliveryState.ACCEPTED)), false, NOW);

        assertThat(plan.items())
                .extracting(ReplayPlan.Item::verdict)
                .containsExactly(Verdict.SKIPPED_NOT_NEEDING_ATTENTION, Verdict.UNKNOWN);
        assertThat(plan.counts()).containsEntry(Verdict.UNKNOWN, 1L).hasSize(2);
    }

    private static ReplayCandidate needs(
            Cause cause, Instant sendBefore, boolean withdrawn, boolean possibleDuplicate) {
        return new ReplayCandidate(
                ID,
                DeliveryState.NEEDS_ATTENTION,
                cause,
                sendBefore,
                withdrawn,
                possibleDuplicate,
                null);
    }

    private static ReplayCandidate in(DeliveryState state) {
        return new ReplayCandidate(
                ID, state, Cause.LINE_DOWN, NOW.plusSeconds(1), false, false, null);
    }
}
