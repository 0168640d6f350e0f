package com.clinni.reminders.authoring;

import com.clinni.reminders.template.Texts;
import java.time.Instant;

/**
 * A version of a template.
 *
 * @param version 0 is the house's text, which nobody saved
 * @param savedAt null for version 0
 * @param restoredFrom the version that a restore brought back, or null
 * @param medicalOverride who answers for its medical words, or null
 */
record SavedTemplate(
        TemplateKey key,
        int version,
        Texts texts,
        Instant savedAt,
        Integer restoredFrom,
        MedicalOverride medicalOverride) {

    static SavedTemplate house(TemplateKey key, Texts texts) {
        return new SavedTemplate(key, 0, texts, null, null, null);
    }

    /** The version that follows this one. */
    SavedTemplate followedBy(Texts next, Instant now, Integer restored, MedicalOverride override) {
        return new SavedTemplate(key, version + 1, next, now, restored, override);
    }
}
