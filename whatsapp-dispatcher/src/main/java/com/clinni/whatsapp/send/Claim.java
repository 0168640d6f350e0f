package com.clinni.whatsapp.send;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The intents that one claim brought.
 *
 * @param probe whether the one message is to find out if the line is able again
 * @param nextSendAt when the line's next slot is, if its sends are spaced out
 * @param exposed whether nothing may leave before WhatsApp confirms some of what left already
 */
record Claim(List<Intent> intents, boolean probe, @Nullable Instant nextSendAt, boolean exposed) {

    static final Claim NOTHING = new Claim(List.of(), false, null);
    static final Claim EXPOSED = new Claim(List.of(), false, null, true);

    Claim(List<Intent> intents, boolean probe, @Nullable Instant nextSendAt) {
        this(intents, probe, nextSendAt, false);
    }
}
