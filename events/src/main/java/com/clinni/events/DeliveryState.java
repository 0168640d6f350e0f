package com.clinni.events;

/** The state of a message. docs/data-path.md draws how states follow each other. */
public enum DeliveryState {
    /** A dispatcher has it and will send it as soon as it may. */
    WAITING(false),
    /** The intent to send is committed; the call may be under way. */
    SENDING(false),
    /** It may have been sent. Nothing is repeated before we know. */
    IN_DOUBT(false),
    /** The gateway has it. */
    ACCEPTED(true),
    /** The phone or mailbox has it. */
    DELIVERED(true),
    /** Eyes saw it. */
    READ(true),
    /** The first channel gave up; the clinic's fallback policy decides. */
    DEAD(false),
    /** fallback-dispatcher has it. */
    RECEIVED(false),
    /** The clinic wants nothing in its channel's place. */
    NOT_WANTED(true),
    /** The patient opted out, or the recipient may not be written to. */
    SUPPRESSED(true),
    /** Its send-before passed: worthless now. */
    EXPIRED(true),
    /** The appointment was cancelled or moved. */
    WITHDRAWN(true),
    /** Nobody could find out, and nothing more is sent: flagged as possible duplicate. */
    DOUBT_CLOSED(true),
    /** No channel could take it: a person must look. */
    NEEDS_ATTENTION(false),
    /** Sent again as the next generation: by a person, or because its WhatsApp line is able. */
    REPLAYED(false),
    /** A person decided not to send it. */
    DISCARDED(true);

    private final boolean isFinal;

    DeliveryState(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Whether a message may rest here for ever. Receipts may still move it up the ladder. */
    public boolean isFinal() {
        return isFinal;
    }
}
