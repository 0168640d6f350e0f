package com.clinni.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Settings of how long data is kept. {@link RetentionCheck} refuses what makes no sense. */
@ConfigMapping(prefix = "retention")
public interface RetentionConfig {

    /** How often one batch of old rows is deleted, at most; {@code off} never. */
    @WithDefault("1s")
    String every();

    /** How many rows one batch deletes, from 1 to 5,000. */
    @WithDefault("500")
    int batchSize();

    /** Names, numbers and addresses, after the visit. */
    @WithDefault("P30D")
    Period contactData();

    /** Texts, records as they came, and numbers on messages, after a message's final state. */
    @WithDefault("P30D")
    Period texts();

    /** The bytes of a record that is kept elsewhere too, after the message's final state. */
    @WithDefault("P1D")
    Period recordBytes();

    /** What people wrote, after they wrote it. */
    @WithDefault("P30D")
    Period inbound();

    /** Ids, states, causes and times, which reports count. */
    @WithDefault("P13M")
    Period history();

    /** Who did what. */
    @WithDefault("P2Y")
    Period audit();
}
