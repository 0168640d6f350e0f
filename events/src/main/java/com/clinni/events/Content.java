package com.clinni.events;

import org.jspecify.annotations.Nullable;

/**
 * The rendered texts, one for each channel the clinic's policy may need; the others are absent.
 *
 * @param whatsapp text with the closing line
 * @param sms text
 * @param email subject, plain text and HTML
 */
public record Content(@Nullable String whatsapp, @Nullable String sms, @Nullable Email email) {

    /** An e-mail's three parts. */
    public record Email(String subject, String text, String html) {

        @Override
        public String toString() {
            return "Email[…]";
        }
    }

    @Override
    public String toString() {
        return "Content[…]";
    }
}
