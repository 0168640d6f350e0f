package com.clinni.testbed.run;

/** Why the local system cannot start: one sentence that says what to do. */
public final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence);
    }
}
