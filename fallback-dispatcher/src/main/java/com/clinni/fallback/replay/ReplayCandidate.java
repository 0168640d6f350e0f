package com.clinni.fallback.replay;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dead letter as a replay sees it. */
record ReplayCandidate(
        UUID id,
        DeliveryState state,
        @Nullable Cause cause,
        @Nullable Instant sendBefore,
        boolean withdrawn,
        boolean possibleDuplicate,
        Origin origin) {

    /** The record as it came. */
    record Origin(
            String topic,
            byte @Nullable [] key,
            byte[] headers,
            byte @Nullable [] value,
            int generation) {}
}
