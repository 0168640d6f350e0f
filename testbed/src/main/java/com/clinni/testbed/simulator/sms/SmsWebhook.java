package com.clinni.testbed.simulator.sms;

import com.clinni.testbed.simulator.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever sent an SMS what became of it: signed, in order, fifteen tries two seconds apart,
 * then forgotten. What does not fit into the queue is forgotten too.
 */
final class SmsWebhook implements AutoCloseable {

    private static final int WAITING = 20_000;
    private static final int TRIES = 15;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable URI receiver;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final BlockingQueue<HttpRequest> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Thread worker;

    /** With no receiver nobody is told anything. */
    SmsWebhook(@Nullable URI receiver, String key) {
        this.receiver = receiver;
        this.key = key;
        this.worker = Thread.ofVirtual().start(this::deliverAll);
    }

    /** Returns at once. */
    void tell(ReceivedSms sms, String state) {
        if (receiver != null) {
            var body =
                    Json.write(
                            Map.of(
                                    "id", sms.id(),
                                    "reference", sms.reference(),
                                    "state", state));
            waiting.offer(signed(receiver, body));
        }
    }

    private HttpRequest signed(URI to, byte[] body) {
        return HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Signature", signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private void deliverAll() {
        try {
            while (true) {
                deliver(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(HttpRequest receipt) throws InterruptedException {
        for (var attempt = 1; attempt <= TRIES && !isAccepted(receipt); attempt++) {
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private boolean isAccepted(HttpRequest receipt) throws InterruptedException {
        try {
            var status = http.send(receipt, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private String signature(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public void close() {
        worker.interrupt();
        http.shutdownNow();
    }
}
