package com.clinni.reminders.template;

/** A text that may not be used as a template, and where. The text itself is not quoted. */
public final class TemplateFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** Longer than a message may be. */
        TOO_LONG,
        /** Control or direction-changing characters. */
        UNPRINTABLE,
        /** A brace that is not part of a variable, or anything else of a template language. */
        NOT_A_VARIABLE,
        /** A variable that does not exist. */
        UNKNOWN_VARIABLE,
        /** A variable that this text has to name, or should. */
        VARIABLE_MISSING,
        /** Nothing to read. */
        EMPTY,
        /** A line's end where only one line may be. */
        NOT_ONE_LINE,
        /** A diagnosis, a treatment or a speciality: on a locked screen everybody reads it. */
        MEDICAL_WORD,
        /** What makes a reminder an advertisement, and the shared number a nuisance. */
        MARKETING_WORD,
        /** An address of the web: what filters and patients take for a fraud. */
        LINK,
        /** An SMS that takes more segments than its clinic allows. */
        TOO_MANY_SEGMENTS,
        /** A character that the phone network's alphabet lacks: the whole SMS costs more. */
        NOT_IN_GSM_7,
        /** The beginning, which a locked phone shows, names more than it should. */
        LOCK_SCREEN
    }

    private final Code code;
    private final int line;
    private final int column;

    TemplateFault(Code code, int line, int column) {
        super("%s at line %d, column %d".formatted(code, line, column));
        this.code = code;
        this.line = line;
        this.column = column;
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1. */
    public int column() {
        return column;
    }
}
