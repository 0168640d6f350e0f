package com.clinni.platform.isolation;

import com.clinni.platform.access.Caller;

/** A role of PostgreSQL that the service works as; its name is the database's and a suffix. */
enum RuntimeRole {
    /** For callers of the clinics that are named, and for nobody, who is named none. */
    APP("_app"),
    /** For callers of every clinic. */
    STAFF("_staff"),
    /** For the service's own tasks. */
    LOOPS("_loops");

    private final String suffix;

    RuntimeRole(String suffix) {
        this.suffix = suffix;
    }

    static RuntimeRole of(Caller caller) {
        if (caller.isThisService()) {
            return LOOPS;
        }
        return caller.clinics().every() ? STAFF : APP;
    }

    String suffix() {
        return suffix;
    }
}
