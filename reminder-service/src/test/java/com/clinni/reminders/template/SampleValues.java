package com.clinni.reminders.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Values for tests, each variable saying its own name in brackets unless told otherwise. */
final class SampleValues {

    private SampleValues() {}

    static Values plain() {
        return with(Map.of());
    }

    static Values with(Map<Variable, String> told) {
        var texts = new HashMap<Variable, String>();
        for (var variable : Variable.KNOWN) {
            texts.put(variable, "[" + variable.word() + "]");
        }
        texts.putAll(told);
        return new Values(Set.copyOf(Variable.KNOWN), texts);
    }
}
