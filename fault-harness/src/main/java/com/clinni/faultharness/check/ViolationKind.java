package com.clinni.faultharness.check;

/** The kinds of violations. */
public enum ViolationKind {
    /** Neither in a final state nor in plain sight, or said to be sent and never seen. */
    LOST,
    /** Seen more than once and not flagged. */
    DOUBLED,
    /** More flagged than the faults explain. */
    FLAGGED,
    /** Seen when it must not be seen any more, or not then. */
    LATE,
    /** More SMS than were bought, or books that do not agree with the provider's. */
    OVERSPENT,
    /**
     * Seen by somebody nobody meant, with another reminder's words, or over a channel its clinic
     * does not use.
     */
    UNEXPECTED,
    /** A name, number or address where none may stand. */
    LEAKED
}
