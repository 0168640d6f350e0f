package com.clinni.appointments.forecast;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds a value when it is first wanted, and keeps it. For one thread. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> finding;
    private @Nullable T found;

    Lazy(Supplier<T> finding) {
        this.finding = finding;
    }

    @Override
    public T get() {
        var kept = found;
        if (kept == null) {
            kept = finding.get();
            found = kept;
        }
        return kept;
    }
}
