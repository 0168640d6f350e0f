package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the dispatcher what happened, as WAHA does: signed, in order within a chat, fifteen tries
 * two seconds apart, then forgotten. What does not fit into the queue is forgotten too.
 */
final class Webhooks implements AutoCloseable {

    private static final int LANES = 8;
    private static final int WAITING_PER_LANE = 5000;
    private static final int TRIES = 15;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final @Nullable URI receiver;
    private final String key;
    private final Clock clock;
    private final Supplier<Installation> installation;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final List<BlockingQueue<Envelope>> lanes;
    private final List<Thread> workers;
    private final WebhookRepeats repeats = new WebhookRepeats();

    private record Envelope(URI to, String event, byte[] body) {}

    /** With no receiver nobody is told anything. */
    Webhooks(@Nullable URI receiver, String key, Clock clock, Supplier<Installation> installation) {
        this.receiver = receiver;
        this.key = key;
        this.clock = clock;
        this.installation = installation;
        lanes =
                IntStream.range(0, LANES)
                        .<BlockingQueue<Envelope>>mapToObj(
                                lane -> new LinkedBlockingQueue<>(WAITING_PER_LANE))
                        .toList();
        workers =
                lanes.stream().map(lane -> Thread.ofVirtual().start(() -> deliver(lane))).toList();
    }

    /** Returns at once. */
    void tell(String chat, String event, JsonNode payload) {
        if (receiver != null) {
            lanes.get(Math.floorMod(chat.hashCode(), LANES))
                    .offer(new Envelope(receiver, event, envelope(event, payload)));
        }
    }

    /** What was told before and may be told again. */
    WebhookRepeats repeats() {
        return repeats;
    }

    /** Tells all of it again, at once and one after the other; returns how much was taken. */
    int repeatAll() throws InterruptedException {
        var taken = 0;
        if (receiver != null) {
            for (var body : repeats.all()) {
                taken += isAccepted(receiver, body) ? 1 : 0;
            }
        }
        return taken;
    }

    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        http.shutdownNow();
    }

    private byte[] envelope(String event, JsonNode payload) {
        var envelope =
                Json.MAPPER
                        .createObjectNode()
                        .put("id", "evt_" + sortableId())
                        .put("timestamp", clock.millis())
                        .put("event", event)
                        .put("session", WahaApi.SESSION);
        envelope.putObject("metadata");
        envelope.set("me", WahaApi.me());
        envelope.set("payload", payload);
        var waha = installation.get();
        envelope.put("engine", waha.engine().waha());
        envelope.set("environment", waha.json());
        return Json.write(envelope);
    }

    private String sortableId() {
        var random = UUID.randomUUID().toString().replace("-", "").substring(0, 14);
        return (HexFormat.of().toHexDigits(clock.millis(), 12) + random).toUpperCase(Locale.ROOT);
    }

    private void deliver(BlockingQueue<Envelope> lane) {
        try {
            while (true) {
                deliver(lane.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Envelope envelope) throws InterruptedException {
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            if (isAccepted(envelope.to(), envelope.body())) {
                repeats.keep(envelope.event(), envelope.body());
                var again = repeats.next();
                if (again.isPresent()) {
                    isAccepted(envelope.to(), again.get());
                }
                return;
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private boolean isAccepted(URI to, byte[] body) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(to)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-Webhook-Request-Id", UUID.randomUUID().toString())
                        .header("X-Webhook-Timestamp", Long.toString(clock.millis()))
                        .header("X-Webhook-Hmac", WebhookSignature.of(body, key))
                        .header("X-Webhook-Hmac-Algorithm", "sha512")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        }
    }
}
