package com.clinni.events.audit;

/** The outcome of something that a person or another service wanted. Values are only added. */
public enum AuditOutcome {
    /** It was done, or the data was handed out. */
    DONE,
    /** It was allowed, and nothing had to change: it stood so already. */
    UNCHANGED,
    /** It was refused, and nothing has changed. */
    REFUSED
}
