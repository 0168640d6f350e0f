package com.clinni.reminders.authoring;

import com.clinni.platform.http.Problem;

/** Which version is to come back. */
record RestoreBody(Integer version) {

    static int version(RestoreBody body) {
        if (body == null || body.version() == null || body.version() < 0) {
            throw Problem.of(422, "VERSION_MISSING", "version");
        }
        return body.version();
    }
}
