package com.clinni.testbed.infrastructure;

import com.clinni.testbed.fault.FaultProxy;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real Kafka and a real PostgreSQL, the latter at the end of a link that can be cut. */
public final class FaultyDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Pattern PORT = Pattern.compile(":(\\d+)/");

    private final KafkaAndPostgres servers = new KafkaAndPostgres();
    private @Nullable FaultProxy proxy;

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(servers.start());
        var port = PORT.matcher(settings.getOrDefault(URL, ""));
        if (!port.find()) {
            throw new IllegalStateException("the database's address has no port");
        }
        var opened = new FaultProxy(0, Integer.parseInt(port.group(1)));
        proxy = opened;
        settings.put(URL, port.replaceFirst(":" + opened.port() + "/"));
        return settings;
    }

    @Override
    public void stop() {
        if (proxy != null) {
            proxy.close();
        }
        servers.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(proxy, new TestInjector.MatchesType(FaultProxy.class));
    }
}
