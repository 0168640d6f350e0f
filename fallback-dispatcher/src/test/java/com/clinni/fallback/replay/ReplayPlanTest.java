package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.message.ChannelFailures;
import com.clinni.fallback.message.RecordSubject;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.replay.ReplayRequest.Overruled;
import com.clinni.fallback.replay.ReplayRequest.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayPlanTest {

    private static final Instant NOW = MutableClock.START;
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final UUID ID = UUID.randomUUID();
    private static final Terms ALL = new Terms(true, Set.of(Overruled.values()));

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(needs(LATER, false), Prospect.OPEN, Verdict.REPLAY),
                Arguments.of(needs(null, false), Prospect.OPEN, Verdict.REPLAY),
                Arguments.of(needs(NOW, false), Prospect.OPEN, Verdict.SKIPPED_EXPIRED),
                Arguments.of(needs(LATER, true), Prospect.OPEN, Verdict.SKIPPED_WITHDRAWN),
                Arguments.of(delivered(), Prospect.OPEN, Verdict.SKIPPED_DELIVERED),
                Arguments.of(doubtful(), Prospect.OPEN, Verdict.NEEDS_MAY_DUPLICATE),
                Arguments.of(doubtful(), Prospect.LINE_OUT, Verdict.LINE_DOWN),
                Arguments.of(needs(LATER, false), Prospect.LINE_OUT, Verdict.LINE_DOWN),
                Arguments.of(needs(LATER, false), Prospect.SAME_END, Verdict.WILL_FAIL_AGAIN),
                Arguments.of(needs(LATER, false), Prospect.NO_CHANNEL, Verdict.NO_CHANNEL),
                Arguments.of(needs(NOW, false), Prospect.SAME_END, Verdict.SKIPPED_EXPIRED),
                in(DeliveryState.REPLAYED, Verdict.SKIPPED_REPLAYED_ALREADY),
                in(DeliveryState.WITHDRAWN, Verdict.SKIPPED_WITHDRAWN),
                in(DeliveryState.DELIVERED, Verdict.SKIPPED_DELIVERED),
                in(DeliveryState.ACCEPTED, Verdict.SKIPPED_NOT_NEEDING_ATTENTION),
                in(DeliveryState.DISCARDED, Verdict.SKIPPED_NOT_NEEDING_ATTENTION),
                in(DeliveryState.NOT_WANTED, Verdict.SKIPPED_NOT_NEEDING_ATTENTION));
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_dead_letter_has_its_verdict(
            ReplayCandidate letter, Prospect prospect, Verdict expected) {
        assertThat(verdict(letter, prospect, Terms.NONE)).isEqualTo(expected);
    }

    static Stream<Arguments> risks() {
        return Stream.of(
                Arguments.of(doubtful(), Prospect.OPEN, Verdict.REPLAY),
                Arguments.of(needs(LATER, false), Prospect.LINE_OUT, Verdict.REPLAY),
                Arguments.of(needs(LATER, false), Prospect.SAME_END, Verdict.REPLAY),
                Arguments.of(needs(LATER, false), Prospect.NO_CHANNEL, Verdict.NO_CHANNEL),
                Arguments.of(needs(NOW, false), Prospect.OPEN, Verdict.SKIPPED_EXPIRED),
                Arguments.of(needs(LATER, true), Prospect.OPEN, Verdict.SKIPPED_WITHDRAWN),
                Arguments.of(delivered(), Prospect.OPEN, Verdict.SKIPPED_DELIVERED));
    }

    @ParameterizedTest
    @MethodSource("risks")
    void who_takes_every_risk_sends_what_can_still_be_of_use(
            ReplayCandidate letter, Prospect prospect, Verdict expected) {
        assertThat(verdict(letter, prospect, ALL)).isEqualTo(expected);
    }

    @Test
    void an_id_twice_counts_once_and_an_unknown_one_is_told() {
        var unknown = UUID.randomUUID();
        var plan =
                ReplayPlan.of(
                        List.of(ID, unknown, ID),
                        List.of(letter(DeliveryState.ACCEPTED, LATER, false, false, false)),
                        Map.of(),
                        Terms.NONE,
                        NOW);

        assertThat(plan.items())
                .extracting(ReplayPlan.Item::verdict)
                .containsExactly(Verdict.SKIPPED_NOT_NEEDING_ATTENTION, Verdict.UNKNOWN);
    }

    private static Verdict verdict(ReplayCandidate letter, Prospect prospect, Terms terms) {
        return ReplayPlan.of(List.of(ID), List.of(letter), Map.of(ID, prospect), terms, NOW)
                .items()
                .getFirst()
                .verdict();
    }

    private static ReplayCandidate needs(Instant sendBefore, boolean withdrawn) {
        return letter(DeliveryState.NEEDS_ATTENTION, sendBefore, withdrawn, false, false);
    }

    private static ReplayCandidate delivered() {
        return letter(DeliveryState.NEEDS_ATTENTION, LATER, false, true, true);
    }

    private static ReplayCandidate doubtful() {
        return letter(DeliveryState.NEEDS_ATTENTION, LATER, false, false, true);
    }

    private static Arguments in(DeliveryState state, Verdict expected) {
        return Arguments.of(letter(state, LATER, false, false, false), Prospect.OPEN, expected);
    }

    private static ReplayCandidate letter(
            DeliveryState state,
            Instant sendBefore,
            boolean withdrawn,
            boolean delivered,
            boolean inDoubt) {
        var message =
                new StoredMessage(
                        ID,
                        new RecordSubject(UUID.randomUUID(), "a-1", 1, "sol", 1),
                        new byte[0],
                        null,
                        state,
                        null,
                        Cause.SMS_NO_CREDIT,
                        Cause.SMS_NO_CREDIT,
                        ChannelFailures.NONE,
                        0,
                        false,
                        false,
                        null,
                        sendBefore,
                        withdrawn,
                        1);
        return new ReplayCandidate(
                message, Topics.WHATSAPP_READY, null, false, delivered, inDoubt, false);
    }
}
