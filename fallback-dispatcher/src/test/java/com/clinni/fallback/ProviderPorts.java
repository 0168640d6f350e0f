package com.clinni.fallback;

import com.clinni.testbed.infrastructure.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.stream.Stream;

/** Where the application under test finds its mail server and its SMS gateway. */
public final class ProviderPorts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var ports = Stream.generate(FreePorts::any).distinct().limit(3).toList();
        var provider = "http://localhost:" + ports.get(1);
        return Map.of(
                "quarkus.mailer.port",
                Integer.toString(ports.get(0)),
                "sms.gateway-url",
                provider,
                "sms.balance-url",
                provider + "/balance",
                "sms.smpp.port",
                Integer.toString(ports.get(2)));
    }

    @Override
    public void stop() {}
}
