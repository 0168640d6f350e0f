package com.clinni.whatsapp.inbound;

import com.clinni.platform.access.ActsForService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at what people wrote, batch by batch, each in one transaction that calls nobody. */
@ApplicationScoped
class InboundLoop {

    private static final int TRANSACTION_SECONDS = 20;

    private final InboundProcessor answers;
    private final int batch;

    InboundLoop(InboundProcessor answers, InboundConfig config) {
        this.answers = answers;
        this.batch = config.batchSize();
    }

    @ActsForService("answer")
    @Scheduled(
            identity = "answer",
            every = "${inbound.poll-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void answer() {
        while (answerBatch() == batch) {
            // a full batch means more may wait
        }
    }

    private int answerBatch() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(answers::answerOldest);
    }
}
