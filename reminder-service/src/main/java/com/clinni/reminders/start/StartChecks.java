package com.clinni.reminders.start;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with settings that would lose messages or show them to strangers. */
@ApplicationScoped
class StartChecks {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String OUTGOING = "mp.messaging.outgoing.";
    private static final String CONNECTOR = ".connector";
    private static final int BEFORE_EVERYTHING = 1;

    private final Config config;
    private final ClinniConfig clinni;

    StartChecks(Config config, ClinniConfig clinni) {
        this.config = config;
        this.clinni = clinni;
    }

    void check(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event) {
        checkExposure(config.getValue("quarkus.http.host", String.class), clinni.exposure());
        checkChannels(INCOMING, "auto.offset.reset", "earliest", "would skip what it did not see");
        checkChannels(INCOMING, "commit-strategy", "throttled", "loses what is in hand");
        checkChannels(OUTGOING, "acks", "all", "would lose messages with a broker");
        checkChannels(OUTGOING, "enable.idempotence", "true", "stores a retried message twice");
    }

    static void checkExposure(String host, ClinniConfig.Exposure exposure) {
        if (exposure == ClinniConfig.Exposure.LOOPBACK && !isLoopback(host)) {
            throw new ConfigurationException(
                    "There is no sign-in yet, so reminder-service listens on loopback only:"
                            + " set QUARKUS_HTTP_HOST=127.0.0.1, or CLINNI_EXPOSURE=private-network"
                            + " where nobody else can reach its network.");
        }
    }

    private void checkChannels(String direction, String key, String safe, String danger) {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(direction) && name.endsWith(CONNECTOR))
                .map(name -> name.substring(0, name.length() - CONNECTOR.length()) + "." + key)
                .forEach(name -> checkSetting(name, safe, danger));
    }

    private void checkSetting(String name, String safe, String danger) {
        if (!config.getOptionalValue(name, String.class).orElse("").equals(safe)) {
            throw new ConfigurationException(
                    "%s must be %s: anything else %s.".formatted(name, safe, danger));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
