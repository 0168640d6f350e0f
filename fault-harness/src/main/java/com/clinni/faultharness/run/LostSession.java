package com.clinni.faultharness.run;

import com.clinni.faultharness.load.PersistentCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;

/**
 * WhatsApp's session, lost for a moment before a run. The webhooks that told of it come again
 * afterwards, and must not be believed: whether they were stands among the outages.
 */
record LostSession(Stage stage) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Loses it, and has it back; returns when the line is able again. */
    Instant once() throws InterruptedException {
        stage.simulators().mode("whatsapp", "SESSION_LOST");
        await("DOWN");
        stage.makeProvidersWell();
        await("ABLE");
        return stage.clock().now();
    }

    /** How often it was believed to be lost since then. */
    long timesSince(Instant then) {
        var outages = PersistentCalls.on(() -> stage.clinni().outages(then)).body();
        return StreamSupport.stream(outages.spliterator(), false)
                .filter(outage -> outage.path("cause").asText().equals("LINE_DOWN"))
                .count();
    }

    private void await(String state) throws InterruptedException {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!PersistentCalls.on(() -> stage.clinni().lines())
                .body()
                .findPath("state")
                .asText()
                .equals(state)) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("the line is not " + state);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
