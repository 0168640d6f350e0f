package com.clinni.fallback.sms.smpp;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of SMS over SMPP 3.4, for that adapter. */
public interface SmppConfig {

    /** What keeps others from reading along. */
    enum Protection {
        NONE,
        TLS,
        /** A tunnel or a private network between us and the provider. */
        PRIVATE_LINK
    }

    @WithDefault("localhost")
    String host();

    @WithDefault("2775")
    int port();

    @WithDefault("clinni")
    String systemId();

    /** At most 8 characters, by the protocol; only ever from the environment. */
    @WithDefault("local")
    String password();

    @WithDefault("NONE")
    Protection protection();

    /** How many messages may wait for their answers at once. */
    @WithDefault("10")
    @Min(1)
    @Max(1000)
    int window();

    /** How long the session may be silent before the other side is asked whether it is there. */
    @WithDefault("PT30S")
    Duration enquireEvery();

    /** The first pause after a failed bind; each further one is twice as long. */
    @WithDefault("PT1S")
    Duration pause();

    @WithDefault("PT1M")
    Duration longestPause();
}
