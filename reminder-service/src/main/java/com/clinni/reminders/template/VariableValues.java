package com.clinni.reminders.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a message's variables: single lines of visible text, already localised. They are
 * never parsed as templates.
 */
public final class VariableValues {

    /** Stands where an optional variable says nothing. No value can hold a control character. */
    static final String GAP = "\u0001";

    private final Map<String, String> texts = new HashMap<>();

    /** Refuses a required variable without text, so that no patient ever reads "null". */
    public VariableValues(Set<Variable> variables, Map<Variable, String> texts) {
        for (var variable : variables) {
            var text = texts.getOrDefault(variable, "");
            if (text.isBlank() && variable.isRequired()) {
                throw new IllegalArgumentException("no value for " + variable.word());
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "control character in the value of " + variable.word());
            }
            this.texts.put(variable.word(), text);
        }
    }

    boolean has(Variable variable) {
        return !texts.getOrDefault(variable.word(), "").isBlank();
    }

    /** What stands in the text for that word; empty when no variable is called so. */
    Optional<String> textOrGap(String word) {
        return Optional.ofNullable(texts.get(word)).map(text -> text.isBlank() ? GAP : text);
    }

    /** Says nothing: names stay out of logs. */
    @Override
    public String toString() {
        return "VariableValues[…]";
    }
}
