package com.clinni.appointments;

import com.clinni.appointments.CuttingProxy.Cut;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A database whose next COMMIT a test may lose. Injected by type as a function of where. */
public final class CutDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String KEY = "quarkus.datasource.jdbc.url";

    private CuttingProxy proxy;

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(new KafkaAndPostgres().start());
        var address = URI.create(settings.get(KEY).substring("jdbc:".length()));
        try {
            proxy = new CuttingProxy(address.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put(
                KEY,
                "jdbc:postgresql://127.0.0.1:"
                        + proxy.port()
                        + address.getPath()
                        + "?prepareThreshold=0");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                (Consumer<String>) where -> proxy.cutNextCommit(Cut.valueOf(where)),
                new TestInjector.MatchesType(Consumer.class));
    }

    @Override
    public void stop() {
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
