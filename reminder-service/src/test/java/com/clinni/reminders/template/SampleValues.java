package com.clinni.reminders.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Values for tests, each variable saying its own name in brackets unless told otherwise. */
final class SampleValues {

    private SampleValues() {}

    static VariableValues plain() {
        return with(Map.of());
    }

    static VariableValues with(Map<Variable, String> told) {
        var texts = new HashMap<Variable, String>();
        for (var variable : Variable.KNOWN) {
            texts.put(variable, "[" + variable.word() + "]");
        }
        texts.putAll(told);
        return new VariableValues(Set.copyOf(Variable.KNOWN), texts);
    }
}
