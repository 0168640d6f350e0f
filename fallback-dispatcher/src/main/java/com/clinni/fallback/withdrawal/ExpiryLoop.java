package com.clinni.fallback.withdrawal;

import com.clinni.events.DeliveryState;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.platform.access.ActsForService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Ends waiting messages whose time has passed or whose visit was moved or cancelled. */
@ApplicationScoped
public class ExpiryLoop {

    private static final int BATCH = 500;

    private final Messages messages;
    private final Clock clock;

    ExpiryLoop(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Ends all of it. */
    @ActsForService("close-worthless")
    @Scheduled(
            identity = "close-worthless",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void closeAll() {
        while (QuarkusTransaction.requiringNew().call(this::closeBatch) == BATCH) {
            // a full batch means that more may wait
        }
    }

    private int closeBatch() {
        var ended = messages.lockExpiredOrWithdrawn(clock.instant(), BATCH);
        ended.forEach(
                message ->
                        messages.move(
                                Transition.of(message, ending(message)).because(message.cause())));
        return ended.size();
    }

    /** One that was in doubt may have arrived: it did not simply expire. */
    private static DeliveryState ending(StoredMessage message) {
        if (message.resent()) {
            return DeliveryState.DOUBT_CLOSED;
        }
        return message.withdrawn() ? DeliveryState.WITHDRAWN : DeliveryState.EXPIRED;
    }
}
