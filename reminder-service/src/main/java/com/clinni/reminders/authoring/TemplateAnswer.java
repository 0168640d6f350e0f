package com.clinni.reminders.authoring;

import com.clinni.reminders.template.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template as it is shown.
 *
 * @param whatsappClosing what follows every WhatsApp whatever the text says
 * @param overriddenBy who answers for medical words in the texts
 * @param warnings what the clinic should know about the texts; not in a history
 * @param history earlier and present versions, newest first; only in a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateAnswer(
        String clinicId,
        String kind,
        String language,
        int version,
        String whatsapp,
        String sms,
        String emailSubject,
        String emailText,
        @Nullable String whatsappClosing,
        @Nullable Instant savedAt,
        @Nullable Integer restoredFrom,
        @Nullable String overriddenBy,
        @Nullable List<Finding> warnings,
        @Nullable List<TemplateAnswer> history) {

    static TemplateAnswer of(
            SavedTemplate template,
            @Nullable String closing,
            @Nullable List<Finding> warnings,
            @Nullable List<TemplateAnswer> history) {
        var key = template.key();
        var texts = template.texts();
        return new TemplateAnswer(
                key.clinicId(),
                key.kind(),
                key.language().code(),
                template.version(),
                texts.whatsapp(),
                texts.sms(),
                texts.emailSubject(),
                texts.emailText(),
                closing,
                template.savedAt(),
                template.restoredFrom(),
                template.overriddenBy(),
                warnings,
                history);
    }
}
