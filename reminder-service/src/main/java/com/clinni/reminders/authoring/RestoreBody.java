package com.clinni.reminders.authoring;

import com.clinni.reminders.http.Problem;

/** Which version is to come back. */
record RestoreBody(Integer version) {

    static int version(RestoreBody body) {
        if (body == null || body.version() == null || body.version() < 0) {
            throw new Problem(422, "VERSION_MISSING", "version");
        }
        return body.version();
    }
}
