package com.clinni.reminders.template;

/** A part of a template. */
public enum Part {
    WHATSAPP("whatsapp", "whatsapp", 1_000),
    SMS("sms", "sms", 480),
    EMAIL_SUBJECT("emailSubject", "email-subject", 120),
    EMAIL_TEXT("emailText", "email-text", 1_000);

    private final String field;
    private final String file;
    private final int longest;

    Part(String field, String file, int longest) {
        this.field = field;
        this.file = file;
        this.longest = longest;
    }

    /** Its name in requests, answers and problems. */
    public String field() {
        return field;
    }

    String file() {
        return file;
    }

    /** In UTF-16 units, variables as they are written. */
    int longest() {
        return longest;
    }

    /** A header of a mail has one line, or others would be forged in it. */
    boolean isOneLine() {
        return this == EMAIL_SUBJECT;
    }

    /** What opens a chat, a letter or an SMS stands alone; a subject has its text below it. */
    boolean standsAlone() {
        return this != EMAIL_SUBJECT;
    }
}
