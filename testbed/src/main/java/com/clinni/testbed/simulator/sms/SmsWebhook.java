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

    private final URI receiver;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Thread worker;

    /** With no receiver nobody is told anything. */
    SmsWebhook(URI receiver, String key) {
        this.receiver = receiver;
        this.key = key;
        this.worker = Thread.ofVirtual().start(this::deliverAll);
    }

    /** Returns at once. */
    void tell(ReceivedSms sms, String state) {
        if (receiver != null) {
            waiting.offer(
                    Json.write(
                            Map.of(
                                    "id", sms.id(),
                                    "reference", sms.reference(),
                                    "state", state)));
        }
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

    private void deliver(byte[] body) throws InterruptedException {
        for (var attempt = 1; attempt <= TRIES && !isAccepted(body); attempt++) {
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private boolean isAccepted(byte[] body) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(receiver)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-Signature", signature(body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
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
