package com.clinni.fallback.replay;

import org.jspecify.annotations.Nullable;

/** The decision about one dead letter of a replay. */
enum Verdict {
    /** It goes back where it died, as the next generation. */
    REPLAY(null),
    SKIPPED_EXPIRED("Its send-before has passed."),
    SKIPPED_NOT_NEEDING_ATTENTION("It does not need attention."),
    SKIPPED_WITHDRAWN("The visit was moved or cancelled, or a person sent it by hand."),
    SKIPPED_REPLAYED_ALREADY("Somebody sent it again before."),
    NEEDS_MAY_DUPLICATE("The patient may have it already: confirm with mayDuplicate."),
    UNKNOWN("There is no such dead letter.");

    private final @Nullable String why;

    Verdict(@Nullable String why) {
        this.why = why;
    }

    @Nullable String why() {
        return why;
    }
}
