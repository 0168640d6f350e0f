package com.clinni.fallback.provider;

import java.time.Duration;

/**
 * The check right before the first byte leaves. A node that slept since its claim must not send:
 * another node may have settled the message meanwhile, or its time may have passed.
 */
@FunctionalInterface
public interface FinalCheck {

    /**
     * Says whether a call may still begin.
     *
     * @param call the longest time that the call may take
     */
    boolean allows(Duration call);
}
