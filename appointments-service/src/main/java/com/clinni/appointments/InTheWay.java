package com.clinni.appointments;

/** Another transaction did the same in this moment: whoever starts again sees what it did. */
public final class InTheWay extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InTheWay(String what) {
        super(what);
    }
}
