package com.clinni.fallback.preferences;

import com.clinni.events.MessageReady;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The last line of an e-mail, by which its reader finds the page on preferences. Not every mail
 * program shows what the header offers, and not every reader looks for it there.
 */
public record EmailFooter(String link, String text, String html) {

    private static final String END = "</body>";

    @CheckedTemplate(basePath = "preferences")
    static class Templates {

        private Templates() {}

        static native TemplateInstance footer(
                PreferencesMessages words, String clinic, String link);
    }

    /** The footer in the language of the message. */
    public static EmailFooter of(MessageReady message, String link) {
        var words = PatientLanguage.of(message.recipient().language()).words();
        var clinic = message.clinic().name();
        return new EmailFooter(
                link,
                words.footer(clinic) + " " + link,
                Templates.footer(words, clinic, link).render());
    }

    /** The text of an e-mail with this line below it. */
    public String below(String message) {
        return message.stripTrailing() + "\n\n" + text + "\n";
    }

    /** The page of an e-mail with this line at its end. */
    public String insideOf(String page) {
        var end = page.lastIndexOf(END);
        return end < 0 ? page + html : page.substring(0, end) + html + page.substring(end);
    }
}
