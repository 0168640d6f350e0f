package com.clinni.whatsapp.line;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers we send from, and whom we may write to. */
@ConfigMapping(prefix = "whatsapp")
public interface WhatsAppConfig {

    /** One entry per number; the key is the line's name. */
    @NotEmpty
    Map<String, @Valid LineConfig> lines();

    /**
     * E.164 numbers, separated by commas. When given, nobody else is written to. Outside production
     * it must be given before a real gateway is used.
     */
    Optional<Set<String>> recipientsAllowed();

    /** How often each line's session is looked at; {@code off} never. */
    @WithDefault("3s")
    String monitorEvery();

    /** How often it is looked at whether what was sent is confirmed; {@code off} never. */
    @WithDefault("10s")
    String silenceEvery();

    /** Of how many of a line's last accepted messages the confirmed part is told. */
    @WithDefault("20")
    @Positive
    int recentMessages();

    /** How long after it was accepted the gateway is asked about an unconfirmed message. */
    @WithDefault("1h")
    Duration lookUpsFor();

    /** About how many of a line's unconfirmed canaries the gateway is asked at once. */
    @WithDefault("3")
    @Positive
    int canaryLookUps();
}
