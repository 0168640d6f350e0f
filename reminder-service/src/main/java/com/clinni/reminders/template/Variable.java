package com.clinni.reminders.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a text may name between braces. Nothing else is known to it. */
public enum Variable {
    PATIENT(WhenEmpty.LEAVES_A_GAP),
    CLINIC(WhenEmpty.IS_MISSING),
    DATE(WhenEmpty.IS_MISSING),
    TIME(WhenEmpty.IS_MISSING),
    ADDRESS(WhenEmpty.TAKES_ITS_LINE),
    PHONE(WhenEmpty.IS_MISSING);

    /** What becomes of a text when a variable has no value. */
    enum WhenEmpty {
        /** The text must not be sent. */
        IS_MISSING,
        /** The variable goes, and the comma and blanks before it: "Hola, {patient}:" is "Hola:". */
        LEAVES_A_GAP,
        /** The line goes, unless another variable of it has something to say. */
        TAKES_ITS_LINE
    }

    private final WhenEmpty whenEmpty;

    Variable(WhenEmpty whenEmpty) {
        this.whenEmpty = whenEmpty;
    }

    /** The word between the braces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isRequired() {
        return whenEmpty == WhenEmpty.IS_MISSING;
    }

    boolean takesItsLine() {
        return whenEmpty == WhenEmpty.TAKES_ITS_LINE;
    }

    static Optional<Variable> named(String word) {
        return Arrays.stream(values()).filter(variable -> variable.word().equals(word)).findFirst();
    }
}
