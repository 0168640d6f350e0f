package com.clinni.faultharness.load;

/** What becomes of a visit soon after it was booked. */
public enum Change {
    NONE,
    MOVED,
    CANCELLED
}
