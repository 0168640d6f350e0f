package com.clinni.events.contact;

import com.clinni.events.Cause;
import org.jspecify.annotations.Nullable;

/** The result of checking an address: a usable address, or the reason why it is not usable. */
public sealed interface Checked<T> {

    /** Normalised and fit to send to. */
    record Usable<T>(T value) implements Checked<T> {}

    /** Nothing may be sent there. */
    record Refused<T>(Cause cause) implements Checked<T> {}

    /** The usable value, if it can be used. */
    default @Nullable T orNull() {
        return this instanceof Usable<T>(T value) ? value : null;
    }

    /** Why it cannot be used, unless it can. */
    default @Nullable Cause causeOrNull() {
        return this instanceof Refused<T>(Cause cause) ? cause : null;
    }
}
