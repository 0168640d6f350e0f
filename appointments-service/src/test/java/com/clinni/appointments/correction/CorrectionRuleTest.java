package com.clinni.appointments.correction;

import static com.clinni.appointments.correction.DeliveryKnowledge.NOT_TOLD;
import static com.clinni.appointments.correction.DeliveryKnowledge.OPEN;
import static com.clinni.appointments.correction.DeliveryKnowledge.TOLD;
import static com.clinni.events.MessageReady.CANCELLATION;
import static com.clinni.events.MessageReady.MOVED;
import static com.clinni.events.MessageReady.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.clinni.appointments.clinic.CorrectionPolicy;
import com.clinni.appointments.correction.CorrectionDecision.LookAgain;
import com.clinni.appointments.correction.CorrectionDecision.Nothing;
import com.clinni.appointments.correction.CorrectionDecision.TellCancelled;
import com.clinni.appointments.correction.CorrectionDecision.TellMoved;
import com.clinni.appointments.correction.CorrectionDecision.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorrectionRuleTest {

    private static final Instant NOW = Instant.parse("2027-03-09T16:00:00Z");
    private static final Instant OLD = Instant.parse("2027-03-10T15:30:00Z");
    private static final Instant EARLIER = Instant.parse("2027-03-10T09:00:00Z");
    private static final Instant LATER = Instant.parse("2027-03-20T09:00:00Z");
    private static final Instant PAST = Instant.parse("2027-03-09T15:59:00Z");

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("told, moved", at(LATER), says(told(1, OLD)), moved(LATER, OLD)),
                arguments("told, moved nearer", at(EARLIER), says(told(1, OLD)), moved(EARLIER)),
                arguments("told, cancelled", off(OLD), says(told(1, OLD)), cancelled(OLD)),
                arguments(
                        "told of one hour, cancelled at another",
                        off(LATER),
                        says(told(1, OLD)),
                        cancelled(OLD)),
                arguments("nothing said", at(LATER), says(), nothing(Why.NOTHING_TOLD)),
                arguments(
                        "nothing arrived",
                        at(LATER),
                        says(of(1, OLD, NOT_TOLD)),
                        nothing(Why.NOTHING_TOLD)),
                arguments("under way", at(LATER), says(of(1, OLD, OPEN)), again()),
                arguments(
                        "one told, one under way",
                        at(LATER),
                        says(told(1, OLD), of(1, OLD, OPEN)),
                        again()),
                arguments(
                        "an older one under way",
                        at(LATER),
                        says(of(1, OLD, OPEN), told(1, OLD)),
                        again()),
                arguments("back where it was", at(OLD), says(told(1, OLD)), nothing(Why.AS_TOLD)),
                arguments(
                        "back, and the correction did not leave",
                        at(OLD),
                        says(told(1, OLD), of(2, MOVED, LATER, NOT_TOLD)),
                        nothing(Why.AS_TOLD)),
                arguments(
                        "back, and the correction left",
                        at(OLD),
                        says(told(1, OLD), of(2, MOVED, LATER, TOLD)),
                        moved(OLD)),
                arguments(
                        "back, and the last reminder did not arrive",
                        at(OLD),
                        says(told(1, OLD), of(1, OLD, NOT_TOLD)),
                        nothing(Why.TOLD_BEFORE)),
                arguments(
                        "told anew already",
                        at(LATER),
                        says(told(1, OLD), told(3, LATER)),
                        nothing(Why.SAID_ALREADY)),
                arguments(
                        "about to be told anew",
                        at(LATER),
                        says(told(1, OLD), of(3, LATER, OPEN)),
                        nothing(Why.SAID_ALREADY)),
                arguments(
                        "cancelled twice",
                        off(OLD),
                        says(of(2, CANCELLATION, OLD, TOLD)),
                        nothing(Why.CANCELLATION_TOLD)),
                arguments(
                        "on again after that was told",
                        at(LATER),
                        says(told(1, OLD), of(2, CANCELLATION, OLD, TOLD)),
                        nothing(Why.CANCELLATION_TOLD)),
                arguments(
                        "on again before that was told",
                        at(LATER),
                        says(told(1, OLD), of(2, CANCELLATION, OLD, NOT_TOLD)),
                        moved(LATER, OLD)),
                arguments(
                        "the told hour is over",
                        at(LATER),
                        says(told(1, PAST)),
                        nothing(Why.TOO_LATE)),
                arguments(
                        "the new hour is over",
                        at(PAST),
                        says(told(1, OLD)),
                        nothing(Why.TOO_LATE)),
                arguments(
                        "cancelled when it was over",
                        off(PAST),
                        says(told(1, PAST)),
                        nothing(Why.TOO_LATE)),
                arguments(
                        "nobody knows, and it is over",
                        at(LATER),
                        says(of(1, PAST, OPEN)),
                        nothing(Why.TOO_LATE)),
                arguments(
                        "told an hour that was not kept",
                        at(LATER),
                        says(told(1, null)),
                        moved(LATER)),
                arguments("the same, cancelled", off(OLD), says(told(1, null)), cancelled(OLD)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void what_is_done_follows_from_what_was_told_last(
            String situation,
            ChangedVisit visit,
            List<EarlierMessage> messages,
            CorrectionDecision expected) {
        assertThat(CorrectionRule.decide(visit, messages, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, true, true",
        "MOVED, true, false",
        "CANCELLED, false, true",
        "NONE, false, false"
    })
    void the_clinic_chooses(CorrectionPolicy policy, boolean ofMoves, boolean ofCancellations) {
        var moved = visit(LATER, false, policy, NOW);
        var off = visit(OLD, true, policy, NOW);

        assertThat(isTold(moved)).isEqualTo(ofMoves);
        assertThat(isTold(off)).isEqualTo(ofCancellations);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT5S", "PT20S, PT5S", "PT1M, PT15S", "PT1H, PT1M"})
    void the_longer_nobody_knows_the_less_often_it_is_asked(Duration waited, Duration pause) {
        var visit = visit(LATER, false, CorrectionPolicy.ALL, NOW.minus(waited));

        assertThat(CorrectionRule.decide(visit, says(of(1, OLD, OPEN)), NOW))
                .isEqualTo(new LookAgain(NOW.plus(pause)));
    }

    private static boolean isTold(ChangedVisit visit) {
        var decision = CorrectionRule.decide(visit, says(told(1, OLD)), NOW);
        return !decision.equals(nothing(Why.NOT_WANTED));
    }

    private static ChangedVisit at(Instant start) {
        return visit(start, false, CorrectionPolicy.ALL, NOW);
    }

    private static ChangedVisit off(Instant start) {
        return visit(start, true, CorrectionPolicy.ALL, NOW);
    }

    private static ChangedVisit visit(
            Instant start, boolean cancelled, CorrectionPolicy policy, Instant changedAt) {
        return new ChangedVisit(
                "a-1", "c-1", 3, cancelled, start, changedAt, policy, true, null, ZoneOffset.UTC);
    }

    private static List<EarlierMessage> says(EarlierMessage... messages) {
        return List.of(messages);
    }

    private static EarlierMessage told(long version, Instant start) {
        return of(version, start, TOLD);
    }

    private static EarlierMessage of(long version, Instant start, DeliveryKnowledge fate) {
        return of(version, REMINDER, start, fate);
    }

    private static EarlierMessage of(
            long version, String kind, Instant start, DeliveryKnowledge fate) {
        return new EarlierMessage(version, kind, start, false, fate);
    }

    private static CorrectionDecision moved(Instant start) {
        return moved(start, start);
    }

    private static CorrectionDecision moved(Instant start, Instant sendBefore) {
        return new TellMoved(start, sendBefore, false);
    }

    private static CorrectionDecision cancelled(Instant start) {
        return new TellCancelled(start, start, false);
    }

    private static CorrectionDecision nothing(Why why) {
        return new Nothing(why);
    }

    private static CorrectionDecision again() {
        return new LookAgain(NOW.plusSeconds(5));
    }
}
