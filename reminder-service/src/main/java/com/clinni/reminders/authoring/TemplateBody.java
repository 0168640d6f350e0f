package com.clinni.reminders.authoring;

import com.clinni.platform.audit.AccessReason;
import com.clinni.reminders.template.Texts;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.text.Normalizer;
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
    "overriddenBy",
    "whatsappClosing",
    "warnings"
})
record TemplateBody(
        @Nullable String whatsapp,
        @Nullable String sms,
        @Nullable String emailSubject,
        @Nullable String emailText,
        @Nullable MedicalOverride medicalOverride) {

    /** Line ends as a browser sends them are made plain ones, and letters NFC. */
    Texts texts(Texts house) {
        return new Texts(
                or(whatsapp, house.whatsapp()),
                or(sms, house.sms()),
                or(emailSubject, house.emailSubject()),
                or(emailText, house.emailText()));
    }

    /** The reason for an override, if there is to be one. */
    @Nullable String overrideReason() {
        return medicalOverride == null
                ? null
                : AccessReason.of(medicalOverride.reason(), "medicalOverride.reason");
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
