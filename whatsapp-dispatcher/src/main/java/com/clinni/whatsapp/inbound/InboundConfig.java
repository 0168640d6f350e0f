package com.clinni.whatsapp.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of what is done with messages to our numbers. */
@ConfigMapping(prefix = "inbound")
interface InboundConfig {

    /** How often it is looked at; {@code off} never. */
    @WithDefault("1s")
    String pollEvery();

    /** How many messages one transaction looks at. */
    @WithDefault("200")
    @Min(1)
    @Max(1000)
    int batchSize();

    /** What was written longer than this before we heard of it is told late, and not answered. */
    @WithDefault("5m")
    Duration backFilledAfter();

    /** How long after it came an answer may still leave. */
    @WithDefault("5m")
    Duration replyWithin();

    /** How often a gateway that does not answer is asked whose hidden number wrote to us. */
    @WithDefault("1m")
    Duration askLidsEvery();

    /** For how long it is asked before nobody is known. */
    @WithDefault("1d")
    Duration askLidsFor();

    /** How far back the clinics reach that an answer names. */
    @WithDefault("30d")
    Duration recentFor();

    /** The same words again within this time come from a machine. */
    @WithDefault("1m")
    Duration repeatWithin();
}
