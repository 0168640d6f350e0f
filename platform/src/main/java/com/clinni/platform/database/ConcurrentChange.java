package com.clinni.platform.database;

/**
 * A conflict with another transaction that changed the same rows at the same moment. A caller that
 * starts again sees what the other one did.
 */
public final class ConcurrentChange extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConcurrentChange(String what) {
        super(what);
    }
}
