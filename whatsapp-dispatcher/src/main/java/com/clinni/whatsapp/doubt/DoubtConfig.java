package com.clinni.whatsapp.doubt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** Settings of how doubts end. Every {@code …-every} may be {@code off}. */
@ConfigMapping(prefix = "doubt")
interface DoubtConfig {

    /** How often sends whose lease ran out are looked for. */
    @WithDefault("2s")
    String staleEvery();

    /** How often doubts are taken up. */
    @WithDefault("2s")
    String reconcileEvery();

    /** How many doubts are taken up at once. */
    @WithDefault("20")
    @Positive
    int batchSize();

    /** How long one message in doubt is left alone between two looks. */
    @WithDefault("10s")
    Duration lookAgainAfter();

    /** How long after the doubt began "it is not there" is believed. */
    @WithDefault("30s")
    Duration absenceAfter();

    /** After this long a doubt is ended by rule. */
    @WithDefault("10m")
    Duration closesAfter();

    /** How much time must be left before send-before for a doubt to end in the fallback. */
    @WithDefault("2h")
    Duration fallbackNeeds();
}
