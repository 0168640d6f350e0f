package com.clinni.appointments.correction;

import com.clinni.appointments.correction.CorrectionDecision.LookAgain;
import com.clinni.appointments.correction.CorrectionDecision.Nothing;
import com.clinni.appointments.correction.CorrectionDecision.TellCancelled;
import com.clinni.appointments.correction.CorrectionDecision.TellMoved;
import com.clinni.appointments.correction.CorrectionDecision.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides whether a change must be told: what the patient was told last, against how the visit
 * stands.
 */
final class CorrectionRule {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** The longer nobody knows, the less often it is asked. */
    private static final int PART_OF_THE_WAIT = 4;

    private CorrectionRule() {}

    /**
     * @param messages everything that may have been said of the visit, the oldest first
     */
    static CorrectionDecision decide(
            ChangedVisit visit, List<EarlierMessage> messages, Instant now) {
        var heard =
                messages.stream()
                        .filter(each -> each.fate() != DeliveryKnowledge.NOT_TOLD)
                        .toList();
        if (heard.isEmpty()) {
            return new Nothing(Why.NOTHING_TOLD);
        }
        var last = heard.getLast();
        if (last.version() >= visit.version()) {
            return new Nothing(Why.SAID_ALREADY);
        }
        if (!visit.isWorthTelling()) {
            return new Nothing(Why.NOT_WANTED);
        }
        if (!now.isBefore(worthlessFrom(visit, last))) {
            return new Nothing(Why.TOO_LATE);
        }
        // also when the last one has arrived: an older one must not come after the correction
        return heard.stream().anyMatch(each -> each.fate() == DeliveryKnowledge.OPEN)
                ? new LookAgain(now.plus(pause(visit, now)))
                : afterAllIsKnown(visit, messages, last);
    }

    private static CorrectionDecision afterAllIsKnown(
            ChangedVisit visit, List<EarlierMessage> messages, EarlierMessage last) {
        if (last.tellsOfCancellation()) {
            return new Nothing(Why.CANCELLATION_TOLD);
        }
        var sendBefore = worthlessFrom(visit, last);
        if (visit.cancelled()) {
            return new TellCancelled(toldStart(visit, last), sendBefore, isByEmail(visit, last));
        }
        if (!visit.startsAt().equals(last.startsAt())) {
            return new TellMoved(visit.startsAt(), sendBefore, isByEmail(visit, last));
        }
        return new Nothing(isLatestTold(visit, messages) ? Why.AS_TOLD : Why.TOLD_BEFORE);
    }

    /** Where she was told she looks again, and an opt-out of WhatsApp and SMS is none of e-mail. */
    private static boolean isByEmail(ChangedVisit visit, EarlierMessage last) {
        return last.byEmail() && visit.hasEmail();
    }

    /** Of what speaks of this hour, the latest may have been withdrawn unsent: then it is owed. */
    private static boolean isLatestTold(ChangedVisit visit, List<EarlierMessage> messages) {
        return messages.stream()
                        .filter(each -> visit.startsAt().equals(each.startsAt()))
                        .toList()
                        .getLast()
                        .fate()
                == DeliveryKnowledge.TOLD;
    }

    /**
     * Whoever came at the hour that was told, or should have come at the new one, needs it no more.
     */
    private static Instant worthlessFrom(ChangedVisit visit, EarlierMessage last) {
        var told = toldStart(visit, last);
        return visit.cancelled() || told.isBefore(visit.startsAt()) ? told : visit.startsAt();
    }

    private static Instant toldStart(ChangedVisit visit, EarlierMessage last) {
        return last.startsAt() == null ? visit.startsAt() : last.startsAt();
    }

    private static Duration pause(ChangedVisit visit, Instant now) {
        var part = Duration.between(visit.changedAt(), now).dividedBy(PART_OF_THE_WAIT);
        if (part.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return part.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : part;
    }
}
