package com.clinni.reminders.template;

/** The texts of a template as a person wrote them, with variables in braces. */
public record Texts(String whatsapp, String sms, String emailSubject, String emailText) {

    /** The text for that part. */
    public String of(Part part) {
        return switch (part) {
            case WHATSAPP -> whatsapp;
            case SMS -> sms;
            case EMAIL_SUBJECT -> emailSubject;
            case EMAIL_TEXT -> emailText;
        };
    }

    /** Says nothing: texts stay out of logs. */
    @Override
    public String toString() {
        return "Texts[…]";
    }
}
