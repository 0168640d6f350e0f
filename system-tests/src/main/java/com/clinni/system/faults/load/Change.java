package com.clinni.system.faults.load;

/** What becomes of a visit soon after it was booked. */
public enum Change {
    NONE,
    MOVED,
    CANCELLED
}
