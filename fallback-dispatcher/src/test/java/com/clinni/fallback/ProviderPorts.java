package com.clinni.fallback;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Where the application under test finds its mail server and its SMS gateway. */
public final class ProviderPorts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (var mail = new ServerSocket(0);
                var sms = new ServerSocket(0);
                var smpp = new ServerSocket(0)) {
            var provider = "http://localhost:" + sms.getLocalPort();
            return Map.of(
                    "quarkus.mailer.port",
                    Integer.toString(mail.getLocalPort()),
                    "sms.gateway-url",
                    provider,
                    "sms.balance-url",
                    provider + "/balance",
                    "sms.smpp.port",
                    Integer.toString(smpp.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    @Override
    public void stop() {}
}
