package com.clinni.reminders.authoring;

import com.clinni.platform.http.Problem;

/** A request to bring a version of a template back. */
record RestoreBody(Integer version) {

    static int version(RestoreBody body) {
        if (body.version() == null || body.version() < 0) {
            throw Problem.of(422, "VERSION_MISSING", "version");
        }
        return body.version();
    }
}
