package com.clinni.reminders.authoring;

import com.clinni.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A request to bring a version of a template back.
 *
 * @param reason needed where that version has medical words
 */
record RestoreBody(@Nullable Integer version, @Nullable String reason) {

    static int versionOf(RestoreBody body) {
        if (body.version() == null || body.version() < 0) {
            throw Problem.of(422, "VERSION_MISSING", "version");
        }
        return body.version();
    }
}
