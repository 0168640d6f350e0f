package com.clinni.whatsapp.line;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Recipients whose last call failed. One number never speaks for its line: each counts once, until
 * it is served. An error that may be the recipient's own counts from the third recipient in a row
 * on, for two may each have a trouble of their own.
 */
public final class FailingRecipients {

    private static final int A_FEW = 3;
    private static final int REMEMBERED = 1_000;

    private final SequencedSet<String> failing = new LinkedHashSet<>();
    private int inARow;

    /** Remembers a failed call; returns whether it says something about the line. */
    public synchronized boolean failed(String recipient, boolean mayBeItsOwn) {
        if (!failing.add(recipient)) {
            return false;
        }
        if (failing.size() > REMEMBERED) {
            failing.removeFirst();
        }
        inARow++;
        return !mayBeItsOwn || inARow >= A_FEW;
    }

    /** The line is tried anew: who failed before says nothing more about it. */
    public synchronized void beginAnew() {
        inARow = 0;
    }

    /** A call about this one went well, so the line works. */
    public synchronized void served(String recipient) {
        failing.remove(recipient);
        inARow = 0;
    }
}
