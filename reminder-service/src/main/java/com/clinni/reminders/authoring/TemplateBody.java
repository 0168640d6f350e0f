package com.clinni.reminders.authoring;

import com.clinni.platform.http.Problem;
import com.clinni.reminders.template.Texts;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts as a clinic sends them; what it leaves out is taken from the house. What an answer said
 * besides may come back with them and is not read.
 */
@JsonIgnoreProperties({
    "clinicId",
    "kind",
    "language",
    "version",
    "savedAt",
    "restoredFrom",
    "whatsappClosing",
    "warnings"
})
record TemplateBody(
        @Nullable String whatsapp,
        @Nullable String sms,
        @Nullable String emailSubject,
        @Nullable String emailText,
        @Nullable MedicalOverride medicalOverride) {

    private static final Pattern LINE_OF_WORDS =
            Pattern.compile("[^\\p{Cc}\\p{Cs}]*\\S[^\\p{Cc}\\p{Cs}]*");
    private static final int LONGEST_REASON = 200;

    /** Line ends as a browser sends them are made plain ones, and letters NFC. */
    Texts texts(Texts house) {
        return new Texts(
                or(whatsapp, house.whatsapp()),
                or(sms, house.sms()),
                or(emailSubject, house.emailSubject()),
                or(emailText, house.emailText()));
    }

    /** The override, if it says who and why. */
    @Nullable MedicalOverride override() {
        if (medicalOverride != null) {
            check(medicalOverride.by(), "medicalOverride.by");
            check(medicalOverride.reason(), "medicalOverride.reason");
        }
        return medicalOverride;
    }

    private static void check(@Nullable String words, String field) {
        if (words == null
                || words.length() > LONGEST_REASON
                || !LINE_OF_WORDS.matcher(words).matches()) {
            throw Problem.of(422, "OVERRIDE_UNUSABLE", field);
        }
    }

    private static String or(@Nullable String written, String house) {
        return written == null
                ? house
                : Normalizer.normalize(written.replace("\r\n", "\n"), Normalizer.Form.NFC);
    }

    /** Says nothing: texts stay out of logs. */
    @Override
    public String toString() {
        return "TemplateBody[…]";
    }
}
