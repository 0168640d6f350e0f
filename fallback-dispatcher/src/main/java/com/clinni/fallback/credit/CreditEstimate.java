package com.clinni.fallback.credit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The segments that clinics have left, counted down from one message to the next. Reserves nothing:
 * it says what could be sent, not that it will be.
 */
public final class CreditEstimate {

    private final Function<Collection<String>, Map<String, Integer>> source;
    private final Map<String, Integer> left = new HashMap<>();

    CreditEstimate(Function<Collection<String>, Map<String, Integer>> source) {
        this.source = source;
    }

    /** Looks up those of these clinics that were not looked up before, at once. */
    public void lookUp(Collection<String> clinicIds) {
        var unknown = clinicIds.stream().filter(id -> !left.containsKey(id)).distinct().toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(id -> left.put(id, 0));
            left.putAll(source.apply(unknown));
        }
    }

    /** Counts a message in if its clinic's credit covers it. */
    public boolean take(String clinicId, int segments) {
        var rest = left.getOrDefault(clinicId, 0) - segments;
        if (rest < 0) {
            return false;
        }
        left.put(clinicId, rest);
        return true;
    }
}
