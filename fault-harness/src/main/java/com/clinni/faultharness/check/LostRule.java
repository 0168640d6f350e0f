package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import com.clinni.faultharness.load.Roster;
import java.util.Optional;

/** Checks that every due reminder ends in one final state, and that the final state is true. */
record LostRule(Evidence evidence, Attribution seen) {

    Optional<Violation> look(RecordedReminder due) {
        var shown = evidence.shown().get(due.reminderId());
        return Optional.ofNullable(
                        shown == null ? "the system does not know it" : fault(due, shown))
                .map(why -> new Violation(ViolationKind.LOST, due.reminderId(), why));
    }

    /** Null when all is well. */
    private String fault(RecordedReminder due, TimelineReminder shown) {
        if (shown.isUnfinished()) {
            return "still " + shown.state();
        }
        return switch (shown.state()) {
            case "SENT", "DELIVERED", "READ" -> said(due, shown);
            case "NOT_DELIVERED" ->
                    evidence.inPlainSight().contains(due.reminderId())
                            ? null
                            : "NOT_DELIVERED, and support does not see it";
            case "SKIPPED" -> skipped(due);
            case "EXPIRED" -> expired(due);
            case "CANCELLED" -> due.isWithdrawn() ? null : "CANCELLED, and nobody asked for it";
            case "DOUBT_CLOSED" -> null;
            default -> shown.state() + ", which nobody asked for";
        };
    }

    private String said(RecordedReminder due, TimelineReminder shown) {
        if (!seen.of(due).isEmpty()) {
            return null;
        }
        var wasToldLies = evidence.allowance().silentLines() > 0 && shown.isFlagged();
        return wasToldLies ? null : shown.state() + ", and nobody received it";
    }

    /**
     * Silence is right only where the clinic wants nothing instead of a WhatsApp that cannot be.
     */
    private static String skipped(RecordedReminder due) {
        if (!due.clinic().policy().wantsNothingInstead()) {
            return "SKIPPED, though its clinic wants another channel";
        }
        return Roster.isOnWhatsApp(due.patient())
                ? "SKIPPED, though the patient has WhatsApp"
                : null;
    }

    /** A visit that was withdrawn may expire as well as be cancelled. */
    private String expired(RecordedReminder due) {
        if (due.isWithdrawn()) {
            return null;
        }
        var couldNot =
                !due.clinic().policy().canDoWithoutWhatsApp(due.patient())
                        && evidence.allowance().isOutage(due.sendBefore());
        return couldNot ? null : "EXPIRED, though its policy could have delivered it";
    }
}
