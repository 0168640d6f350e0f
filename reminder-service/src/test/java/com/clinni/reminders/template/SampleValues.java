package com.clinni.reminders.template;

import java.util.EnumMap;
import java.util.Map;

/** Values for tests, each variable saying its own name in brackets unless told otherwise. */
final class SampleValues {

    private SampleValues() {}

    static Values plain() {
        return with(Map.of());
    }

    static Values with(Map<Variable, String> told) {
        var texts = new EnumMap<Variable, String>(Variable.class);
        for (var variable : Variable.values()) {
            texts.put(variable, "[" + variable.word() + "]");
        }
        texts.putAll(told);
        return new Values(texts);
    }
}
