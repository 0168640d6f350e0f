package com.clinni.appointments.forecast;

import java.util.function.Supplier;

/** Finds a value when it is first wanted, and keeps it. For one thread. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> finding;
    private T found;

    Lazy(Supplier<T> finding) {
        this.finding = finding;
    }

    @Override
    public T get() {
        if (found == null) {
            found = finding.get();
        }
        return found;
    }
}
