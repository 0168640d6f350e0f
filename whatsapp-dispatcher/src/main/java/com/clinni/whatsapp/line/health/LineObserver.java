package com.clinni.whatsapp.line.health;

import com.clinni.events.Cause;

/** Receives the results of single calls on a line. */
public interface LineObserver {

    /** A call met trouble that may be a moment's. */
    void failed(String line, HealthSource source, Cause cause);

    /** A call went well; that says nothing about the trouble of other kinds of calls. */
    void worked(String line, HealthSource source);

    /** A call went well that was made to find out whether the line is able again. */
    void recovered(String line, HealthSource source);
}
