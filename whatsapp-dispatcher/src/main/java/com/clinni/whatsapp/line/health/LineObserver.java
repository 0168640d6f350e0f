package com.clinni.whatsapp.line.health;

import com.clinni.events.Cause;

/** Hears how single calls on a line went. */
public interface LineObserver {

    /** A call met trouble that may be a moment's. */
    void failed(String line, Sensor sensor, Cause cause);

    /** A call went well; that says nothing about the trouble of other kinds of calls. */
    void worked(String line, Sensor sensor);

    /** A call went well that was made to find out whether the line is able again. */
    void recovered(String line, Sensor sensor);
}
