package com.clinni.appointments.manual.link;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A reminder-service that says what a test wants it to say. */
public final class FakeReminderService implements QuarkusTestResourceLifecycleManager {

    /** What it answers; null is never. */
    public record Says(int status, String body) {}

    private final AtomicReference<Says> says = new AtomicReference<>(text("Hola"));
    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer server;

    public static Says text(String text) {
        return new Says(200, "{\"text\":\"%s\",\"language\":\"es\"}".formatted(text));
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/texts-by-hand",
                exchange -> {
                    asked.set(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    var answer = says.get();
                    if (answer.body() == null) {
                        return; // the caller waits for nothing
                    }
                    var body = answer.body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer.status(), body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return Map.of("manual.texts-url", "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeReminderService.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public void say(Says answer) {
        says.set(answer);
    }

    public String asked() {
        return asked.get();
    }
}
