package com.clinni.reminders.template;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a text, written between braces, with the rule for an empty value.
 *
 * @param word the word between the braces: small letters only
 * @param longest how many graphemes of its value are said
 */
public record Variable(String word, WhenEmpty whenEmpty, int longest) {

    public static final Variable PATIENT = new Variable("patient", WhenEmpty.LEAVES_A_GAP, 40);
    public static final Variable CLINIC = new Variable("clinic", WhenEmpty.IS_MISSING, 60);
    public static final Variable DATE = new Variable("date", WhenEmpty.IS_MISSING, 60);
    public static final Variable TIME = new Variable("time", WhenEmpty.IS_MISSING, 60);
    public static final Variable ADDRESS = new Variable("address", WhenEmpty.TAKES_ITS_LINE, 120);
    public static final Variable PHONE = new Variable("phone", WhenEmpty.IS_MISSING, 30);

    private static final int LONGEST_GIVEN = 80;

    /** What we know about every message; a kind may add what its requesters know. */
    public static final List<Variable> KNOWN = List.of(PATIENT, CLINIC, DATE, TIME, ADDRESS, PHONE);

    /** What becomes of a text when a variable has no value. */
    public enum WhenEmpty {
        /** The text must not be sent. */
        IS_MISSING,
        /** The variable goes, and the comma and blanks before it: "Hola, {patient}:" is "Hola:". */
        LEAVES_A_GAP,
        /** The line goes, unless another variable of it has something to say. */
        TAKES_ITS_LINE
    }

    /** One that only requesters know the value of. */
    static Variable given(String word, WhenEmpty whenEmpty) {
        return new Variable(word, whenEmpty, LONGEST_GIVEN);
    }

    /** What a text says for it, of what people wrote somewhere, if they did: one visible line. */
    public String said(@Nullable String written) {
        return PlainText.of(written, longest);
    }

    /** Whether no text may be sent without its value. */
    public boolean isRequired() {
        return whenEmpty == WhenEmpty.IS_MISSING;
    }

    boolean takesItsLine() {
        return whenEmpty == WhenEmpty.TAKES_ITS_LINE;
    }

    static Optional<Variable> known(String word) {
        return KNOWN.stream().filter(variable -> variable.word().equals(word)).findFirst();
    }
}
