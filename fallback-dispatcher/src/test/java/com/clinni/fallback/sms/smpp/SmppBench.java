package com.clinni.fallback.sms.smpp;

import static org.awaitility.Awaitility.await;

import com.clinni.fallback.sms.Settings;
import com.clinni.testbed.simulator.smpp.SmppSimulator;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The adapter and a provider on this machine that it talks to. */
final class SmppBench implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Duration LIMIT = Duration.ofSeconds(20);

    final RecordedReceipts told = new RecordedReceipts();
    private SmppSimulator provider = new SmppSimulator(0, "secret", Clock.systemUTC());
    private SmppGateway gateway;

    SmppSimulator provider() {
        return provider;
    }

    /** The adapter made last. */
    SmppGateway gateway() {
        return gateway;
    }

    /** An adapter at its usual settings. */
    SmppGateway made() {
        return made(Map.of(), LIMIT);
    }

    SmppGateway made(Map<String, String> changed, Duration limit) {
        return madeFor(provider.port(), changed, limit);
    }

    SmppGateway madeFor(int port, Map<String, String> changed, Duration limit) {
        var settings = new HashMap<String, String>();
        settings.put("smpp.port", Integer.toString(port));
        settings.put("smpp.host", "127.0.0.1");
        settings.put("smpp.password", "secret");
        settings.put("smpp.pause", "PT0.01S");
        settings.put("smpp.longest-pause", "PT0.05S");
        changed.forEach((key, value) -> settings.put("smpp." + key, value));
        gateway =
                SmppGateway.of(Settings.sms(settings).smpp(), LIMIT, limit, told, System::nanoTime);
        return gateway;
    }

    SmppGateway bound(Map<String, String> changed, Duration limit) {
        var made = made(changed, limit);
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            made.keepReady();
                            return made.isBound();
                        });
        return made;
    }

    /** A provider that has seen nothing, and no adapter. */
    void startOver() {
        close();
        gateway = null;
        provider = new SmppSimulator(0, "secret", Clock.systemUTC());
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
        provider.close();
    }
}
