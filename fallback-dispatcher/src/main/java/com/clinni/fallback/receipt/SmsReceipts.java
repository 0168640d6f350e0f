package com.clinni.fallback.receipt;

import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import com.clinni.fallback.sms.gateway.ReceiptSink;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

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

    @Override
    public void take(SmsReceipt receipt) {
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
