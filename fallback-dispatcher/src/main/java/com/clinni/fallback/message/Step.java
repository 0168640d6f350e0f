package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import java.time.Instant;

/** What is to be done with a message next. */
public sealed interface Step {

    /** It may leave over this channel now. */
    record By(Channel channel) implements Step {}

    /** It leaves by SMS when the clinic's quiet hours end. */
    record WaitUntil(Instant quietEnd) implements Step {}

    /** The clinic wants nothing in its channel's place. */
    record NotWanted() implements Step {}

    /** The patient wants none of the channels that are left. */
    record Suppressed() implements Step {}

    /** Too late to be of use. */
    record Expired() implements Step {}

    /** No channel can take it: a person must look. */
    record NeedsAttention(Cause cause) implements Step {}
}
