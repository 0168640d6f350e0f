package com.clinni.faultharness.run;

import java.io.PrintStream;

/** A short account of one observation. */
public record Report(Observation observation) {

    private static final int MOST_FINDINGS = 20;

    public void to(PrintStream out) {
        var verdict = observation.verdict();
        out.println(verdict.counts().asMap());
        out.println(observation.figures());
        out.println(verdict.inShort());
        verdict.violations().stream()
                .limit(MOST_FINDINGS)
                .forEach(violation -> out.println("  " + violation));
        observation.complaints().forEach(complaint -> out.println("  " + complaint));
        out.println(observation.isGood() ? "nothing lost, doubled, late or overspent" : "BROKEN");
    }
}
