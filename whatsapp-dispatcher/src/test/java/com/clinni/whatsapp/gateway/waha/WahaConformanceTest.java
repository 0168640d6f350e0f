package com.clinni.whatsapp.gateway.waha;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.simulator.whatsapp.Engine;
import com.clinni.testbed.simulator.whatsapp.Installation;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSettings;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSimulator;
import com.clinni.whatsapp.gateway.GatewayConformance;
import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.gateway.WhatsAppGateway;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** On every engine of WAHA, as its simulator plays it. */
@ParameterizedClass
@EnumSource(Engine.class)
class WahaConformanceTest extends GatewayConformance {

    private static final String KEY = "api-key";

    @Parameter Engine engine;
    @TempDir Path directory;
    private WhatsAppSimulator simulator;
    private WahaGateway gateway;
    private WahaGateway strangers;

    @BeforeEach
    void start() {
        simulator =
                new WhatsAppSimulator(WhatsAppSettings.local(0, directory, KEY, null, "unused"));
        simulator.install(Installation.of(engine));
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

    @Override
    protected boolean givesIds() {
        return engine.givesIds();
    }

    @Override
    protected boolean keepsMessages() {
        return engine.keepsMessages();
    }

    @Test
    void a_waha_from_before_there_were_ids_is_unsuitable_whatever_its_engine() {
        simulator.install(new Installation(engine, "2026.3.9"));
        assertThat(gateway.inspect()).isEqualTo(SessionState.ENGINE_UNSUITABLE);
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
