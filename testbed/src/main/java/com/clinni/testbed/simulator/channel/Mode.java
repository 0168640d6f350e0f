package com.clinni.testbed.simulator.channel;

/** The modes of a simulated channel. Each channel knows some of them. */
public enum Mode {
    OK,
    /** Nobody listens, and open connections are cut. */
    DOWN,
    /** Refuses for now; certainly not sent. */
    ERROR_503,
    /** Fails without having sent, which its answer does not tell. */
    ERROR_500,
    RATE_LIMITED,
    /** Refuses the caller's key. */
    KEY_REFUSED,
    /** The gateway lives but its WhatsApp session is gone. */
    SESSION_LOST,
    /** Accepts, and neither delivers nor acknowledges. */
    SILENT,
    /** Delivers, and never answers. */
    HANG_AFTER_SENDING,
    /** Delivers, and answers late. */
    SLOW,
    /** Accepts for some numbers what will never arrive. */
    NOT_ON_WHATSAPP,
    /** Answers with something else altogether. */
    GARBAGE,
    /** The SMS account is empty. */
    NO_BALANCE,
    /** Takes a WhatsApp or an SMS, and tells later that it will never arrive. */
    UNDELIVERED,
    /** The SMS sender's name is not registered. */
    SENDER_BLOCKED
}
