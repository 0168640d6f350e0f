package com.clinni.fallback.receipt;

import com.clinni.fallback.sms.gateway.ReceiptSink;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Keeps what providers tell about SMS they took, until somebody applies it. */
@ApplicationScoped
public class SmsReceipts implements ReceiptSink {

    private static final Sql STORE = Sql.named("receipts/store");

    private final Database database;
    private final MeterRegistry metrics;
    private final Clock clock;

    SmsReceipts(Database database, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** An SMPP session comes here on a thread of its own, which acts for nobody. */
    @Override
    @ActsForService("take-sms-receipts")
    public void take(SmsReceipt receipt) {
        QuarkusTransaction.requiringNew().run(() -> database.update(STORE, values(receipt)));
        count(receipt.state().name());
    }

    private Map<String, Object> values(SmsReceipt receipt) {
        var values = new HashMap<String, Object>();
        values.put("message", receipt.messageId());
        values.put("provider", receipt.providerId());
        values.put("state", receipt.state());
        values.put("now", clock.instant());
        return values;
    }

    @Override
    public void skip(String why) {
        count(why);
    }

    private void count(String what) {
        metrics.counter("clinni.sms.receipts", "state", what).increment();
    }
}
