package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import java.util.Optional;

/**
 * Checks that a patient sees one message per reminder, save where the system says that it may be
 * two.
 */
record DoubledRule(Evidence evidence, Attribution seen) {

    Optional<Violation> look(RecordedReminder due) {
        var messages = seen.of(due);
        var shown = evidence.shown().get(due.reminderId());
        var isFlagged = shown != null && shown.isFlagged();
        return messages.size() < 2 || isFlagged
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                ViolationKind.DOUBLED,
                                due.reminderId(),
                                "seen %d times: %s".formatted(messages.size(), messages)));
    }
}
