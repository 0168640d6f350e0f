package com.clinni.fallback.erasure;

import com.clinni.events.DeliveryState;
import com.clinni.events.PatientErasureReported;
import com.clinni.fallback.message.Messages;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.erasure.ErasureOrder;
import com.clinni.platform.erasure.PatientEraser;
import com.clinni.platform.erasure.PatientTables;
import com.clinni.platform.outbox.Outbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Erases a patient's records. What waits, or needs attention, is withdrawn, so that nobody sends it
 * again; what is under way is let end.
 */
@Singleton
class RecordEraser implements PatientEraser {

    private static final String SERVICE = "fallback-dispatcher";
    private static final Sql WAITING = Sql.named("erasure/waiting");
    private static final Sql FORGET = Sql.named("erasure/forget-records");
    private static final Sql LEFT = Sql.named("erasure/left");

    private final Database database;
    private final Messages messages;
    private final Outbox outbox;

    RecordEraser(Database database, Messages messages, Outbox outbox) {
        this.database = database;
        this.messages = messages;
        this.outbox = outbox;
    }

    @Produces
    @Singleton
    static PatientTables tables() {
        return new PatientTables()
                .with("message", "patient-data/messages")
                .with("channel_opt_out", "patient-data/opt-outs");
    }

    @Override
    public boolean erase(ErasureOrder order, Instant now) {
        var values = order.values();
        messages.close(
                database.query(WAITING, values, row -> row.uuid("id")), DeliveryState.WITHDRAWN);
        database.update(FORGET, values);
        return !database.first(LEFT, values, row -> row.flag("is_left")).orElse(false);
    }

    /** The outbox keeps the order: what it still holds of the patient leaves before. */
    @Override
    public void report(ErasureOrder done, Instant now) {
        outbox.addEvents(
                List.of(
                        new PatientErasureReported(
                                done.erasureId(), done.clinicId(), SERVICE, now)),
                now);
    }
}
