package com.clinni.testbed.simulator.smpp;

/** Answers of the provider to a submit_sm. */
public enum SmppAnswer {
    ACCEPT(0),
    /** Takes it, and answers without an id. */
    ACCEPT_WITHOUT_ID(0),
    /** ESME_RTHROTTLED */
    THROTTLE(0x58),
    /** ESME_RMSGQFUL */
    QUEUE_FULL(0x14),
    /** ESME_RINVDSTADR */
    INVALID_DESTINATION(0x0B),
    /** ESME_RINVSRCADR */
    INVALID_SOURCE(0x0A),
    /** ESME_RX_T_APPN: not now. */
    UNAVAILABLE(0x64),
    /** ESME_RSYSERR: nobody knows. */
    SYSTEM_ERROR(0x08),
    /** Takes it, and never answers. */
    HANG(0),
    /** Takes it, and closes the connection instead of an answer. */
    CUT(0);

    private final int status;

    SmppAnswer(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
