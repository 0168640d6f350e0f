package com.clinni.fallback.sms;

import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Keeps what providers tell about SMS they took, until somebody applies it. */
@ApplicationScoped
public class SmsReceipts implements ReceiptSink {

    private static final Sql STORE = Sql.file("receipt-store");

    private final Database database;
    private final MeterRegistry metrics;
    private final Clock clock;

    SmsReceipts(Database database, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What became of an SMS. */
    public enum State {
        /** The phone has it. */
        DELIVERED,
        /** It will not get there. */
        FAILED
    }

    /**
     * One receipt.
     *
     * @param messageId our reference where the provider quotes it, else null
     * @param providerId the provider's id, or null
     */
    public record Receipt(UUID messageId, String providerId, State state) {

        boolean namesAMessage() {
            return messageId != null || providerId != null;
        }
    }

    @Override
    public void take(Receipt receipt) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.update(
                                        STORE,
                                        Parameters.of("message", receipt.messageId())
                                                .and("provider", receipt.providerId())
                                                .and("state", receipt.state())
                                                .and("now", clock.instant())));
        count(receipt.state().name());
    }

    @Override
    public void skip(String why) {
        count(why);
    }

    private void count(String what) {
        metrics.counter("clinni.sms.receipts", "state", what).increment();
    }
}
