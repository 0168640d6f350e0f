package com.clinni.whatsapp.gateway.waha;

import com.clinni.testbed.simulator.whatsapp.WhatsAppSettings;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSimulator;
import com.clinni.whatsapp.gateway.GatewayConformance;
import com.clinni.whatsapp.gateway.WhatsAppGateway;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class WahaConformanceTest extends GatewayConformance {

    private static final String KEY = "api-key";

    @TempDir Path directory;
    private WhatsAppSimulator simulator;
    private WahaGateway gateway;
    private WahaGateway strangers;

    @BeforeEach
    void start() {
        simulator =
                new WhatsAppSimulator(WhatsAppSettings.local(0, directory, KEY, null, "unused"));
        gateway = gatewayWith(KEY);
        strangers = gatewayWith("wrong");
    }

    @AfterEach
    void stop() {
        gateway.close();
        strangers.close();
        simulator.close();
    }

    @Override
    protected WhatsAppGateway gateway() {
        return gateway;
    }

    @Override
    protected WhatsAppSimulator simulator() {
        return simulator;
    }

    @Override
    protected WhatsAppGateway strangers() {
        return strangers;
    }

    private WahaGateway gatewayWith(String key) {
        return new WahaGateway(
                new WahaSettings(
                        URI.create(simulator.url()),
                        "default",
                        key,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1)),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
