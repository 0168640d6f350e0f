package com.clinni.whatsapp;

import com.clinni.testbed.simulator.whatsapp.WhatsAppSettings;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** One simulated gateway for each of the two lines of the tests. Nobody is told by webhook. */
public final class SimulatedGateways implements QuarkusTestResourceLifecycleManager {

    private Phones phones;

    /** What stands behind the lines. */
    public record Phones(WhatsAppSimulator ofDefault, WhatsAppSimulator ofSecond) {}

    @Override
    public Map<String, String> start() {
        phones = new Phones(simulator("default"), simulator("second"));
        return Map.of(
                "whatsapp.lines.default.url", phones.ofDefault().url(),
                "whatsapp.lines.second.url", phones.ofSecond().url());
    }

    @Override
    public void stop() {
        phones.ofDefault().close();
        phones.ofSecond().close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(phones, new TestInjector.MatchesType(Phones.class));
    }

    private static WhatsAppSimulator simulator(String line) {
        try {
            var directory = Files.createTempDirectory("whatsapp-simulator");
            directory.toFile().deleteOnExit();
            return new WhatsAppSimulator(
                    WhatsAppSettings.local(0, directory, "api-key-of-" + line, null, "unused"));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator has no directory", e);
        }
    }
}
