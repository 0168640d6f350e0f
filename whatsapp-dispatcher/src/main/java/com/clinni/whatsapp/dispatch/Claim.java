package com.clinni.whatsapp.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * What one claim brought.
 *
 * @param probe whether the one message is to find out if the line is able again
 * @param nextSendAt when the line's next slot is, or null when its sends are not spaced out
 */
record Claim(List<Intent> intents, boolean probe, Instant nextSendAt) {

    static final Claim NOTHING = new Claim(List.of(), false, null);
}
