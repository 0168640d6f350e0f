package com.clinni.faultharness.check;

import com.clinni.faultharness.load.Due;
import java.util.stream.Stream;

/** Nobody is written to over a channel that the clinic does not use. */
record UnwantedRule(Attribution seen) {

    Stream<Finding> look(Due due) {
        var policy = due.clinic().policy();
        return seen.of(due).stream()
                .filter(message -> !policy.wants(message.channel()))
                .map(
                        message ->
                                new Finding(
                                        Kind.UNEXPECTED,
                                        due.reminderId(),
                                        message + ", and its clinic is " + policy));
    }
}
