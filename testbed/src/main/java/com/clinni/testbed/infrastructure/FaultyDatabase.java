package com.clinni.testbed.infrastructure;

import com.clinni.testbed.fault.FaultProxy;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A real Kafka and a real PostgreSQL, the latter at the end of a link that can be cut. */
public final class FaultyDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Pattern PORT = Pattern.compile(":(\\d+)/");

    private final KafkaAndPostgres servers = new KafkaAndPostgres();
    private FaultProxy proxy;

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(servers.start());
        var port = PORT.matcher(settings.get(URL));
        if (!port.find()) {
            throw new IllegalStateException("the database's address has no port");
        }
        proxy = new FaultProxy(0, Integer.parseInt(port.group(1)));
        settings.put(URL, port.replaceFirst(":" + proxy.port() + "/"));
        return settings;
    }

    @Override
    public void stop() {
        proxy.close();
        servers.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(proxy, new TestInjector.MatchesType(FaultProxy.class));
    }
}
