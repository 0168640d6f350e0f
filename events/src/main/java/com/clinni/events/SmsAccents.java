package com.clinni.events;

/** A clinic's choice about letters that the phone network's own alphabet lacks, such as á and ç. */
public enum SmsAccents {
    /** The text is sent as it was written; one such letter makes it up to three times as long. */
    KEEP,
    /** They give way to plain letters where that keeps the whole text in that alphabet. */
    PLAIN
}
