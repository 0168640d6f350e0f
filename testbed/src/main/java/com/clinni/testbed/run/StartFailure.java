package com.clinni.testbed.run;

/** The reason why the local system cannot start: one sentence that says what to do. */
public final class StartFailure extends RuntimeException {

    StartFailure(String sentence) {
        super(sentence);
    }
}
