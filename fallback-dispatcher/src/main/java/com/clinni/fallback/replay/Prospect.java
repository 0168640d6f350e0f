package com.clinni.fallback.replay;

/** The prospect of a dead letter that is sent again, as far as it can be known beforehand. */
enum Prospect {
    /** A channel may take it. */
    OPEN,
    /** Only WhatsApp can take it, and its line is out. */
    LINE_OUT,
    /**
     * No channel takes it: of its clinic's settings, addresses, opt-outs and credit none is left.
     */
    NO_CHANNEL,
    /** Its own bytes are at fault, and are the same again. */
    SAME_END
}
