package com.clinni.fallback.fallback;

import com.clinni.events.MessageReady;

/**
 * A committed intent to send.
 *
 * @param latest by {@link System#nanoTime}: after this the lease may be somebody else's before the
 *     call returns
 */
record Intent(Message message, MessageReady ready, long latest) {

    boolean isFresh() {
        return System.nanoTime() - latest < 0;
    }
}
