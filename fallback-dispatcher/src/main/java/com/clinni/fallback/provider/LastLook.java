package com.clinni.fallback.provider;

import java.time.Duration;

/**
 * Asked right before the first byte leaves. A node that slept since its claim must not send:
 * another may have found out meanwhile what became of the message, or its time may have passed.
 */
@FunctionalInterface
public interface LastLook {

    /** Whether a call that may take so long may still begin. */
    boolean allows(Duration call);
}
