package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import java.util.stream.Stream;

/** Checks that nobody is written to over a channel that the clinic does not use. */
record UnwantedRule(Attribution seen) {

    Stream<Violation> look(RecordedReminder due) {
        var policy = due.clinic().policy();
        return seen.of(due).stream()
                .filter(message -> !policy.wants(message.channel()))
                .map(
                        message ->
                                new Violation(
                                        ViolationKind.UNEXPECTED,
                                        due.reminderId(),
                                        message + ", and its clinic is " + policy));
    }
}
