package com.clinni.events;

/** What a clinic wants of letters that the phone network's own alphabet lacks, as á and ç. */
public enum SmsAccents {
    /** The text is sent as it was written; one such letter makes it up to three times as long. */
    KEEP,
    /** They give way to plain letters where that keeps the whole text in that alphabet. */
    PLAIN
}
