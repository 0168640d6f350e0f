package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import com.clinni.faultharness.load.Roster;
import java.time.Duration;
import java.util.Optional;

/** Checks that every due reminder ends in one final state, and that the final state is true. */
record LostRule(Evidence evidence, Attribution seen) {

    /** How long before its send-before a person must know, so that the line's return is no use. */
    private static final Duration LAST_CALL = Duration.ofMinutes(10);

    /** Until a line that is back has sent what waited for it. */
    private static final Duration TO_RECOVER = Duration.ofMinutes(5);

    Optional<Violation> look(RecordedReminder due) {
        var shown = evidence.shown().get(due.reminderId());
        return (shown == null ? Optional.of("the system does not know it") : fault(due, shown))
                .map(why -> new Violation(ViolationKind.LOST, due.reminderId(), why));
    }

    private Optional<String> fault(RecordedReminder due, TimelineReminder shown) {
        if (shown.isUnfinished()) {
            return Optional.of("still " + shown.state());
        }
        return switch (shown.state()) {
            case "SENT", "DELIVERED", "READ" -> said(due, shown);
            case "NOT_DELIVERED" -> notDelivered(due, shown);
            case "SKIPPED" -> skipped(due);
            case "EXPIRED" -> expired(due);
            case "CANCELLED" -> unless(due.isWithdrawn(), "CANCELLED, and nobody asked for it");
            case "DOUBT_CLOSED" -> Optional.empty();
            default -> Optional.of(shown.state() + ", which nobody asked for");
        };
    }

    private Optional<String> said(RecordedReminder due, TimelineReminder shown) {
        var wasToldLies = evidence.allowance().silentLines() > 0 && shown.isFlagged();
        return unless(
                wasToldLies || !seen.of(due).isEmpty(), shown.state() + ", and nobody received it");
    }

    /**
     * Silence is right only where the clinic wants nothing instead of a WhatsApp that cannot be.
     */
    private static Optional<String> skipped(RecordedReminder due) {
        if (!due.clinic().policy().wantsNothingInstead()) {
            return Optional.of("SKIPPED, though its clinic wants another channel");
        }
        return unless(
                !Roster.isOnWhatsApp(due.patient()), "SKIPPED, though the patient has WhatsApp");
    }

    /** A person is asked only where WhatsApp was not there in time for what nobody may have. */
    private Optional<String> notDelivered(RecordedReminder due, TimelineReminder shown) {
        if (!evidence.inPlainSight().contains(due.reminderId())) {
            return Optional.of("NOT_DELIVERED, and support does not see it");
        }
        return unless(
                !couldLeaveByWhatsApp(due)
                        || shown.isFlagged()
                        || shown.wasInDoubt()
                        || shown.met("REFUSED_BY_PROVIDER"),
                "NOT_DELIVERED, though WhatsApp was there in time");
    }

    private boolean couldLeaveByWhatsApp(RecordedReminder due) {
        var lastCall = due.sendBefore().minus(LAST_CALL);
        return due.clinic().policy().startsWithWhatsApp()
                && Roster.isOnWhatsApp(due.patient())
                && !due.clinic().isQuiet(lastCall)
                && !evidence.allowance().wasOutage(lastCall.minus(TO_RECOVER), lastCall);
    }

    /** A visit that was withdrawn may expire as well as be cancelled. */
    private Optional<String> expired(RecordedReminder due) {
        var couldNot =
                due.clinic().policy().wantsNothingInstead()
                        && evidence.allowance().wasOutage(due.sendBefore(), due.sendBefore());
        return unless(
                due.isWithdrawn() || couldNot,
                "EXPIRED, though its policy could have delivered it");
    }

    private static Optional<String> unless(boolean isRight, String fault) {
        return isRight ? Optional.empty() : Optional.of(fault);
    }
}
