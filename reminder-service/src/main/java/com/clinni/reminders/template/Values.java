package com.clinni.reminders.template;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the variables of one message say: single lines of visible text, already localised. They are
 * never read as templates.
 */
public final class Values {

    /** Stands where an optional variable says nothing. No value can hold a control character. */
    static final String GAP = "\u0001";

    private final Map<Variable, String> texts = new EnumMap<>(Variable.class);

    /** Refuses a required variable without text, so that no patient ever reads "null". */
    public Values(Map<Variable, String> texts) {
        for (var variable : Variable.values()) {
            var text = texts.getOrDefault(variable, "");
            if (text.isBlank() && variable.isRequired()) {
                throw new IllegalArgumentException("no value for " + variable.word());
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "control character in the value of " + variable.word());
            }
            this.texts.put(variable, text);
        }
    }

    boolean has(Variable variable) {
        return !texts.get(variable).isBlank();
    }

    String textOrGap(Variable variable) {
        return has(variable) ? texts.get(variable) : GAP;
    }

    /** Says nothing: names stay out of logs. */
    @Override
    public String toString() {
        return "Values[…]";
    }
}
