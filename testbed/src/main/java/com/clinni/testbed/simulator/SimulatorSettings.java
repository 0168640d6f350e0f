package com.clinni.testbed.simulator;

import com.clinni.testbed.agent.MovedClock;
import com.clinni.testbed.simulator.whatsapp.Engine;
import com.clinni.testbed.simulator.whatsapp.Installation;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of the simulators' process, read from its environment. */
record SimulatorSettings(
        String host,
        Path directory,
        int controlPort,
        int whatsAppPort,
        int smsPort,
        int mailPort,
        String whatsAppApiKey,
        Installation whatsApp,
        String webhookKey,
        URI webhook,
        String smsApiKey,
        @Nullable URI smsWebhook,
        String smsWebhookKey,
        Clock clock) {

    static SimulatorSettings from(Map<String, String> environment) {
        var smsWebhook = environment.get("SIMULATORS_SMS_WEBHOOK_URL");
        return new SimulatorSettings(
                environment.getOrDefault("SIMULATORS_HOST", "127.0.0.1"),
                Path.of(environment.getOrDefault("SIMULATORS_DATA", "data/simulators")),
                port(environment, "SIMULATORS_CONTROL_PORT", 8090),
                port(environment, "SIMULATORS_WHATSAPP_PORT", 8091),
                port(environment, "SIMULATORS_SMS_PORT", 8092),
                port(environment, "SIMULATORS_SMTP_PORT", 8025),
                needed(environment, "SIMULATORS_WHATSAPP_API_KEY"),
                Installation.of(
                        Engine.valueOf(
                                environment.getOrDefault("SIMULATORS_WHATSAPP_ENGINE", "GOWS"))),
                needed(environment, "SIMULATORS_WHATSAPP_WEBHOOK_KEY"),
                URI.create(needed(environment, "SIMULATORS_WHATSAPP_WEBHOOK_URL")),
                needed(environment, "SIMULATORS_SMS_API_KEY"),
                smsWebhook == null ? null : URI.create(smsWebhook),
                smsWebhook == null ? "" : needed(environment, "SIMULATORS_SMS_WEBHOOK_KEY"),
                clock(environment.get("SIMULATORS_CLOCK")));
    }

    WhatsAppSettings whatsAppSettings() {
        return new WhatsAppSettings(
                host, whatsAppPort, directory, whatsAppApiKey, webhook, webhookKey, whatsApp);
    }

    /** The system's, when a test moves that. */
    private static Clock clock(@Nullable String directory) {
        var real = Clock.systemUTC();
        return directory == null ? real : MovedClock.in(Path.of(directory), real);
    }

    private static int port(Map<String, String> environment, String name, int standard) {
        return Integer.parseInt(environment.getOrDefault(name, Integer.toString(standard)));
    }

    private static String needed(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "The simulators need the environment variable " + name + ".");
        }
        return value;
    }

    @Override
    public String toString() {
        return "SimulatorSettings[controlPort=" + controlPort + "]";
    }
}
