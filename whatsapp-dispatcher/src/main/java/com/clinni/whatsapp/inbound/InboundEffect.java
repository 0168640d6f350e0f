package com.clinni.whatsapp.inbound;

/** The effect of something that a person wrote. */
enum InboundEffect {
    REPLIED,
    /** This chat has had its answer today. */
    ANSWERED_TODAY,
    OPTED_OUT,
    ALREADY_OPTED_OUT,
    /** Whoever opted out is not answered either. */
    SILENCED,
    /** A clinic was told. */
    TASK_RAISED,
    /** The same words a moment ago: a machine that answers. */
    REPEATED,
    /** Our own words sent back: a machine that echoes. */
    OURS,
    /** Written long before we heard of it. */
    BACK_FILLED,
    /** A hidden number, and nobody knows whose. */
    UNKNOWN_SENDER,
    /** Outside production only some are written to. */
    NOT_ALLOWED
}
