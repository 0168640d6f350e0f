package com.clinni.reminders.authoring;

import com.clinni.reminders.template.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template.
 *
 * @param version 0 is the house's text, which nobody saved
 * @param savedAt when somebody saved it
 * @param restoredFrom the version that a restore brought back
 * @param overriddenBy who answers for its medical words
 */
record SavedTemplate(
        TemplateKey key,
        int version,
        Texts texts,
        @Nullable Instant savedAt,
        @Nullable Integer restoredFrom,
        @Nullable String overriddenBy) {

    static SavedTemplate house(TemplateKey key, Texts texts) {
        return new SavedTemplate(key, 0, texts, null, null, null);
    }

    /** The version that follows this one. */
    SavedTemplate followedBy(
            Texts next, Instant now, @Nullable Integer restored, @Nullable String overrider) {
        return new SavedTemplate(key, version + 1, next, now, restored, overrider);
    }
}
