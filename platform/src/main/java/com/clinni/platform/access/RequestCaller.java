package com.clinni.platform.access;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;

/** The caller of one request: nobody, until the request's identity is known. */
@RequestScoped
@Unremovable
class RequestCaller {

    private Caller caller = Caller.NOBODY;

    Caller get() {
        return caller;
    }

    void set(Caller known) {
        caller = known;
    }
}
