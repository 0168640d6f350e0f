package com.clinni.whatsapp.line;

/** Who is behind a gateway. */
public enum Provider {
    /** Nobody: phones are simulated. */
    SIMULATOR,
    /** Real people. */
    REAL
}
