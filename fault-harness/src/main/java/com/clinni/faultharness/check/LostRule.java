package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import com.clinni.faultharness.load.Roster;
import java.util.Optional;

/** Checks that every due reminder ends in one final state, and that the final state is true. */
record LostRule(Evidence evidence, Attribution seen) {

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
            case "NOT_DELIVERED" ->
                    unless(
                            evidence.inPlainSight().contains(due.reminderId()),
                            "NOT_DELIVERED, and support does not see it");
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

    /** A visit that was withdrawn may expire as well as be cancelled. */
    private Optional<String> expired(RecordedReminder due) {
        var couldNot =
                !due.clinic().policy().canDoWithoutWhatsApp(due.patient())
                        && evidence.allowance().isOutage(due.sendBefore());
        return unless(
                due.isWithdrawn() || couldNot,
                "EXPIRED, though its policy could have delivered it");
    }

    private static Optional<String> unless(boolean isRight, String fault) {
        return isRight ? Optional.empty() : Optional.of(fault);
    }
}
