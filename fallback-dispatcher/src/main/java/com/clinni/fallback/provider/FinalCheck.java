package com.clinni.fallback.provider;

import java.time.Duration;

/**
 * The check right before the first byte leaves. A node that slept since its claim must not send:
 * another node may have settled the message meanwhile, or its time may have passed.
 */
@FunctionalInterface
public interface FinalCheck {

    /** Whether a call that may take so long may still begin. */
    boolean allows(Duration call);
}
