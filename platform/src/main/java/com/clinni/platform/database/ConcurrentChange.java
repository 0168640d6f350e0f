package com.clinni.platform.database;

/** Another transaction did the same in this moment: whoever starts again sees what it did. */
public final class ConcurrentChange extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConcurrentChange(String what) {
        super(what);
    }
}
