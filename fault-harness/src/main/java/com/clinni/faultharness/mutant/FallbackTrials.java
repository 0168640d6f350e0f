package com.clinni.faultharness.mutant;

import com.clinni.faultharness.load.Change;
import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.Policy;
import com.clinni.faultharness.run.Observation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Trials of e-mail, SMS and replays. */
final class FallbackTrials {

    private FallbackTrials() {}

    /** The mail server takes mails and breaks off before it says so. */
    static Observation mailHangs(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.EMAIL)) {
            var before = scene.seen("mail");
            scene.provider("mail", "HANG_AFTER_SENDING");
            round.load().changing(Change.NONE).book(6);
            scene.awaitMore("mail", 2, before);
            scene.provider("mail", "OK");
            return scene.judge(round);
        }
    }

    /** The SMS provider sends and never answers; asked later, it tells. */
    static Observation smsHangs(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.SMS)) {
            var before = scene.seen("sms");
            scene.provider("sms", "HANG_AFTER_SENDING");
            round.load().changing(Change.NONE).book(6);
            scene.awaitMore("sms", 6, before);
            Thread.sleep(Duration.ofSeconds(4));
            return scene.judge(round);
        }
    }

    /** More SMS are wanted at once than were bought; each is under way for a while. */
    static Observation creditRunsOut(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.SMS, 5)) {
            scene.stage().simulators().mode("sms", "SLOW", Map.of("millis", 2_000));
            round.load().changing(Change.NONE).book(24);
            Thread.sleep(Duration.ofSeconds(8));
            return scene.judge(round);
        }
    }

    /** Two people send the same letters again at the same moment. */
    static Observation replayedTwice(Scene scene) throws InterruptedException {
        try (var round = scene.round(Policy.EMAIL)) {
            scene.provider("mail", "ERROR_500");
            round.load().changing(Change.NONE).book(12);
            Thread.sleep(Duration.ofSeconds(10));
            scene.provider("mail", "OK");
            var letters = letters(scene, round.clinics());
            var people =
                    Stream.of("one", "another")
                            .map(who -> Thread.ofVirtual().start(() -> replay(scene, letters)))
                            .toList();
            for (var person : people) {
                person.join();
            }
            Thread.sleep(Duration.ofSeconds(8)); // undelivered they are until more is reported
            return scene.judge(round)
                    .complainIf(letters.isEmpty(), "there was nothing to be replayed");
        }
    }

    private static List<String> letters(Scene scene, List<Clinic> clinics) {
        return clinics.stream()
                .flatMap(clinic -> scene.stage().clinni().needingAttention(clinic.id()).stream())
                .map((JsonNode letter) -> letter.path("id").asText())
                .toList();
    }

    private static void replay(Scene scene, List<String> letters) {
        scene.stage().clinni().replay(letters, false, UUID.randomUUID().toString());
    }
}
