package com.clinni.faultharness.run;

import com.clinni.faultharness.check.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The observations of one repetition of a scenario.
 *
 * @param figures measured, by their name
 * @param complaints what else did not hold, one sentence each
 */
public record Observation(
        CheckResult verdict, Map<String, Number> figures, List<String> complaints) {

    public boolean isGood() {
        return verdict.isGood() && complaints.isEmpty();
    }

    public Observation with(String figure, Number value) {
        var more = new TreeMap<>(figures);
        more.put(figure, value);
        return new Observation(verdict, more, complaints);
    }

    /** Bad, unless the sentence is about nothing. */
    public Observation complainIf(boolean isBad, String sentence) {
        if (!isBad) {
            return this;
        }
        var more = new ArrayList<>(complaints);
        more.add(sentence);
        return new Observation(verdict, figures, more);
    }
}
