package com.clinni.faultharness.run;

/**
 * The end of a repetition that says nothing about the system, with one sentence on what this
 * machine lacks.
 */
public final class InconclusiveRun extends RuntimeException {

    private final String sentence;

    public InconclusiveRun(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
