package com.clinni.faultharness.run;

/** Why a repetition says nothing about the system: one sentence on what this machine lacks. */
public final class InconclusiveRun extends RuntimeException {

    public InconclusiveRun(String sentence) {
        super(sentence);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
