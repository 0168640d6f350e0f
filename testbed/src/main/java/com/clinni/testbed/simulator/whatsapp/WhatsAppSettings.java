package com.clinni.testbed.simulator.whatsapp;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the simulated WhatsApp gateway: where it listens, and whom it tells.
 *
 * @param directory where its record is kept
 * @param webhook who is told of receipts and replies, if anybody is
 * @param webhookKey signs what is told
 * @param installation the WAHA that it is at first
 */
public record WhatsAppSettings(
        String host,
        int port,
        Path directory,
        String apiKey,
        @Nullable URI webhook,
        String webhookKey,
        Installation installation) {

    /** On the loopback address; port 0 takes any. */
    public static WhatsAppSettings local(
            int port, Path directory, String apiKey, @Nullable URI webhook, String webhookKey) {
        return new WhatsAppSettings(
                "127.0.0.1", port, directory, apiKey, webhook, webhookKey, Installation.USUAL);
    }

    @Override
    public String toString() {
        return "WhatsAppSettings[port=" + port + "]";
    }
}
