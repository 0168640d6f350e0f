package com.clinni.faultharness.load;

/** A change of a visit soon after it was booked. */
public enum Change {
    NONE,
    MOVED,
    CANCELLED
}
