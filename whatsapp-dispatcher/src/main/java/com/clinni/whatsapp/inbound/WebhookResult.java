package com.clinni.whatsapp.inbound;

/** The result of a webhook call. */
enum WebhookResult {
    /** Not signed by a key of that line. */
    REFUSED,
    /** Well signed, and no webhook. */
    UNREADABLE,
    /** About another session than the line's. */
    OTHER_SESSION,
    /** Undated, or of a time that we do not remember, so that it could be a repeat. */
    TOO_OLD,
    REPEATED,
    RECEIPT,
    SESSION,
    /** About the session as it was before: late, undated, or older than what was told last. */
    STALE,
    /** Somebody wrote to the number. */
    INBOUND,
    /** Written to a group, as a status or in a newsletter. */
    OVERHEARD,
    IGNORED
}
