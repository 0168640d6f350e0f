package com.clinni.whatsapp.line;

/** The provider behind a gateway. */
public enum Provider {
    /** Nobody: phones are simulated. */
    SIMULATOR,
    /** Real people. */
    REAL
}
