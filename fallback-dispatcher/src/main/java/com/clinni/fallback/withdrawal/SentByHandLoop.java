package com.clinni.fallback.withdrawal;

import com.clinni.events.DeliveryState;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.platform.access.ActsForService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Settles what needs attention although a person has sent it by hand, whichever of the two was
 * heard of first.
 */
@ApplicationScoped
class SentByHandLoop {

    private static final int BATCH = 500;

    private final Messages messages;
    private final SmsCredit credit;

    SentByHandLoop(Messages messages, SmsCredit credit) {
        this.messages = messages;
        this.credit = credit;
    }

    /** Settles all of it. */
    @ActsForService("settle-sent-by-hand")
    @Scheduled(
            identity = "settle-sent-by-hand",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void settleAll() {
        while (QuarkusTransaction.requiringNew().call(this::settleBatch) == BATCH) {
            // a full batch means that more may wait
        }
    }

    /** An SMS that was in doubt counts as spent: nobody will look any more. */
    private int settleBatch() {
        var sent = messages.lockSentByHand(BATCH);
        for (var message : sent) {
            messages.move(Transition.of(message, DeliveryState.WITHDRAWN).because(message.cause()));
        }
        credit.spendAll(sent.stream().map(StoredMessage::id).toList(), "DOUBT_CLOSED");
        return sent.size();
    }
}
