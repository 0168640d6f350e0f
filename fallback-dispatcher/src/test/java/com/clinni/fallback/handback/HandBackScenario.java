package com.clinni.fallback.handback;

import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.OutageChanged;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Dead letters of a line of this test's own, and what it is told of that line. */
public abstract class HandBackScenario extends ServiceTest {

    static final Duration PATIENCE = Duration.ofSeconds(40);
    static final Instant BEGAN = MutableClock.START.minusSeconds(60);

    @Inject HandBackLoop handBack;

    final String line = "line-" + UUID.randomUUID();

    static TestMessage withoutEmail() {
        return TestMessage.message().fallback(Fallback.SMS).withoutEmail(Cause.NO_ADDRESS);
    }

    /** To a patient without e-mail, where the clinic's fallback is e-mail. */
    static MessageReady alone() {
        return TestMessage.message().withoutEmail(Cause.NO_ADDRESS).build();
    }

    UUID diedOnLine(MessageReady message, Cause cause) {
        return diedOnLine(message, cause, 1);
    }

    UUID diedOnLine(MessageReady message, Cause cause, int generation) {
        var ready =
                Publication.of(message, "/clinni/reminder-service", MutableClock.START, generation);
        var death = new Death(cause, null, "whatsapp-dispatcher", MutableClock.START, false, line);
        TestPublisher.publish(TestPublisher.deadLetter(ready, death));
        return stored(MessageId.of(message.reminderId(), "WHATSAPP", generation));
    }

    /** Told and heard. */
    void outage(String of, Instant endedAt) {
        TestPublisher.publish(new OutageChanged(of, BEGAN, endedAt, "LINE_DOWN"));
        var ended = endedAt == null ? "ended_at IS NULL" : "ended_at IS NOT NULL";
        await().atMost(PATIENCE)
                .until(
                        () ->
                                !query("SELECT 1 FROM line_outage WHERE line = ? AND " + ended, of)
                                        .isEmpty());
    }

    List<Map<String, Object>> sentBack() {
        return query("SELECT * FROM outbox WHERE topic = ?", Topics.WHATSAPP_READY);
    }
}
