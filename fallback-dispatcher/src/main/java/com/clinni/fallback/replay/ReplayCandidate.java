package com.clinni.fallback.replay;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import java.time.Instant;
import java.util.UUID;

/**
 * A dead letter as a replay sees it.
 *
 * @param sendBefore null where nobody could read one
 */
record ReplayCandidate(
        UUID id,
        DeliveryState state,
        Cause cause,
        Instant sendBefore,
        boolean withdrawn,
        boolean possibleDuplicate,
        Origin origin) {

    /** The record as it came. */
    record Origin(String topic, byte[] key, byte[] headers, byte[] value, int generation) {}
}
