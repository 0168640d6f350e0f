package com.clinni.faultharness.scenario;

import com.clinni.faultharness.load.PersistentCalls;
import com.clinni.faultharness.run.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** The stage's one line, as support sees it. */
record WatchedLine(Stage stage) {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** Why it cannot send; empty when it can. */
    String cause() {
        return look().path("cause").asText("");
    }

    /** How many messages wait for it and are due. */
    int waiting() {
        return look().path("waiting").asInt();
    }

    /** The same, as soon as no more come. */
    int allWaiting() throws InterruptedException {
        var before = -1;
        for (var now = waiting(); now != before; now = waiting()) {
            before = now;
            Thread.sleep(BETWEEN_LOOKS);
        }
        return before;
    }

    private JsonNode look() {
        var body = PersistentCalls.on(() -> stage.clinni().lines()).body();
        return (body.isArray() ? body : body.path("items")).path(0);
    }
}
