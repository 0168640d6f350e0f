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
    SKIPPED_DELIVERED("The patient has it: a receipt came, or it was sent otherwise."),
    SKIPPED_ERASED("Its record was deleted: by age, or because its patient was erased."),
    NEEDS_MAY_DUPLICATE("The patient may have it already: confirm with mayDuplicate."),
    LINE_DOWN(
            "Only WhatsApp can bring it, and its line is down: replay it when the line is able, or"
                    + " let it wait with despite."),
    WILL_FAIL_AGAIN(
            "Its own bytes are at fault: the same again, unless whoever reads them has changed,"
                    + " which you can say with despite."),
    NO_CHANNEL(
            "No channel is left: the clinic's settings, addresses, opt-outs or credit forbid it."),
    UNKNOWN("There is no such dead letter."),
    /** Of an item whose turn has not come. */
    UNDECIDED("Its turn has not come.");

    private final @Nullable String why;

    Verdict(@Nullable String why) {
        this.why = why;
    }

    @Nullable String why() {
        return why;
    }
}
