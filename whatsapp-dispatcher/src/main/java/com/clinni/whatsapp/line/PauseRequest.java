package com.clinni.whatsapp.line;

import org.jspecify.annotations.Nullable;

/**
 * A person's request to stop or start a line.
 *
 * @param waiting what messages do meanwhile; FALL_BACK when left out
 */
record PauseRequest(@Nullable String reason, @Nullable Waiting waiting) {

    enum Waiting {
        FALL_BACK,
        WAIT
    }

    boolean waits() {
        return waiting == Waiting.WAIT;
    }
}
