package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that nothing is seen after its send-before, in quiet hours or after its withdrawal. */
record LateRule(Evidence evidence, Attribution seen) {

    Stream<Violation> look(RecordedReminder due) {
        return seen.of(due).stream()
                .flatMap(message -> fault(due, message).stream())
                .map(why -> new Violation(ViolationKind.LATE, due.reminderId(), why));
    }

    private Optional<String> fault(RecordedReminder due, SeenMessage message) {
        if (message.at().isAfter(due.sendBefore())) {
            return Optional.of(message + ", to be sent before " + due.sendBefore());
        }
        if (!message.isMail() && due.clinic().isQuiet(message.at())) {
            return Optional.of(message + ", in quiet hours");
        }
        var withdrawnAt = due.withdrawnAt();
        if (withdrawnAt != null
                && message.at().isAfter(evidence.allowance().lastMoment(withdrawnAt))) {
            return Optional.of(message + ", withdrawn at " + withdrawnAt);
        }
        return Optional.empty();
    }
}
