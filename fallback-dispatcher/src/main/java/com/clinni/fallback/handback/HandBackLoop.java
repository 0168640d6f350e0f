package com.clinni.fallback.handback;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.Topics;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.SendPreferences;
import com.clinni.fallback.policy.WayBack;
import com.clinni.fallback.preferences.PhoneOptOuts;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages back to WhatsApp that nobody could receive otherwise: the record as it came, as
 * the next generation, once its line is able. What the line does not come back for in time is
 * decided by the policy alone, so that a person can still do something.
 */
@ApplicationScoped
public class HandBackLoop {

    private static final Logger LOG = Logger.getLogger(HandBackLoop.class);
    private static final Sql ABLE = Sql.named("hand-back/able");
    private static final Sql OUT_OF_TIME = Sql.named("hand-back/out-of-time");
    private static final int BATCH = 500;

    private final Database database;
    private final Messages messages;
    private final ReadyMessages ready;
    private final SendPreferences wishes;
    private final PhoneOptOuts optOuts;
    private final WayBack wayBack;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration pause;

    HandBackLoop(
            Database database,
            Messages messages,
            ReadyMessages ready,
            SendPreferences wishes,
            PhoneOptOuts optOuts,
            WayBack wayBack,
            Outbox outbox,
            Clock clock,
            FallbackConfig config) {
        this.database = database;
        this.messages = messages;
        this.ready = ready;
        this.wishes = wishes;
        this.optOuts = optOuts;
        this.wayBack = wayBack;
        this.outbox = outbox;
        this.clock = clock;
        this.pause = config.handBackAfter();
    }

    /** A message and the key of the record it came in. */
    private record Candidate(StoredMessage message, byte @Nullable [] key) {

        static Candidate of(Row row) throws SQLException {
            return new Candidate(StoredMessage.of(row), row.bytes("record_key"));
        }

        Publication again() {
            return DeadLetters.replay(
                    message.id(),
                    Topics.WHATSAPP_READY,
                    key == null ? null : new String(key, StandardCharsets.UTF_8),
                    StoredHeaders.unpack(message.headers()),
                    message.value(),
                    message.subject().generation() + 1);
        }
    }

    /** Looks at all that waits for its line. */
    @ActsForService("hand-back")
    @Scheduled(
            identity = "hand-back",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void handBackAll() {
        while (QuarkusTransaction.requiringNew().call(this::handBack) == BATCH) {
            // a full batch means that more may wait
        }
        while (QuarkusTransaction.requiringNew().call(this::endWaiting) == BATCH) {
            // here too
        }
    }

    /** The state and the record in one transaction: each goes back once. */
    private int handBack() {
        var able = database.query(ABLE, values(clock.instant()), Candidate::of);
        var again = new ArrayList<Publication>();
        for (var candidate : able) {
            if (messages.move(handedBack(candidate.message())).isPresent()) {
                again.add(candidate.again());
            }
        }
        outbox.add(again);
        return able.size();
    }

    private static Transition handedBack(StoredMessage message) {
        return Transition.of(message, DeliveryState.REPLAYED)
                .because(message.diedOf())
                .noting("HANDED_BACK");
    }

    private int endWaiting() {
        var now = clock.instant();
        var waiting = database.query(OUT_OF_TIME, values(now), StoredMessage::of);
        var known = wishes.about(Channel.EMAIL, waiting);
        waiting.forEach(message -> messages.move(ended(message, known, now)));
        return waiting.size();
    }

    /** One that makes us fail must not hold up the others. */
    private Transition ended(StoredMessage message, SendPreferences.Known known, Instant now) {
        MessageReady content;
        try {
            content = ready.of(message, known);
        } catch (IllegalStateException e) {
            LOG.errorf("%s cannot be read: %s", message, e.getClass().getName());
            return Transition.of(message, DeliveryState.NEEDS_ATTENTION).because(Cause.DEFECT);
        }
        if (optOuts.bar(content, Channel.WHATSAPP)) {
            return Transition.of(message, DeliveryState.SUPPRESSED)
                    .because(message.diedOf())
                    .noting("opted-out");
        }
        var context = PolicyContext.of(content, message.diedOf(), now);
        return Transition.of(message, FallbackPolicy.next(context.after(message.failures())));
    }

    private Map<String, Object> values(Instant now) {
        var values = new HashMap<String, Object>();
        values.put("now", now);
        values.put("closedUntil", wayBack.closedUntil(now));
        values.put("causes", wayBack.causes());
        values.put("pauseSeconds", (double) pause.toMillis() / 1_000);
        values.put("limit", BATCH);
        return values;
    }
}
