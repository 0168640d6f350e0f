package com.clinni.whatsapp.erasure;

import com.clinni.events.PatientErasureReported;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.erasure.ErasureOrder;
import com.clinni.platform.erasure.PatientEraser;
import com.clinni.platform.erasure.PatientTables;
import com.clinni.platform.outbox.Outbox;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Origins;
import com.clinni.whatsapp.message.Transitions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Erases a patient's messages and what is known of the numbers that they went to. What waits is
 * withdrawn; what is under way is let end, and goes no further.
 */
@Singleton
class MessageEraser implements PatientEraser {

    private static final Sql WAITING = Sql.named("erasure/waiting");
    private static final Sql MARK_WITHDRAWN = Sql.named("erasure/mark-withdrawn");
    private static final Sql PHONES = Sql.named("erasure/phones");
    private static final Sql LEFT = Sql.named("erasure/left");
    private static final List<Sql> FORGET =
            List.of(
                    Sql.named("erasure/forget-messages"),
                    Sql.named("erasure/forget-contacts"),
                    Sql.named("erasure/forget-hidden-numbers"),
                    Sql.named("erasure/forget-inbound"),
                    Sql.named("erasure/forget-replies"));

    private final Database database;
    private final Transitions transitions;
    private final PhoneDigests digests;
    private final Outbox outbox;

    MessageEraser(Database database, Transitions transitions, PhoneDigests digests, Outbox outbox) {
        this.database = database;
        this.transitions = transitions;
        this.digests = digests;
        this.outbox = outbox;
    }

    @Produces
    @Singleton
    static PatientTables tables() {
        return new PatientTables()
                .with("message", "patient-data/messages")
                .with("contact", "patient-data/contacts")
                .with("lid", "patient-data/hidden-numbers")
                .with("inbound", "patient-data/inbound")
                .with("reply", "patient-data/replies")
                .with("opt_out", "patient-data/opt-outs");
    }

    @Override
    public boolean erase(ErasureOrder order, Instant now) {
        var values = order.values();
        transitions.move(
                database.query(WAITING, values, MessageFacts::read).stream()
                        .map(GiveUpPolicy.erased()::of)
                        .toList(),
                now);
        database.update(MARK_WITHDRAWN, values);
        var phones = database.query(PHONES, values, row -> row.text("phone"));
        values.put("phones", phones);
        digests.replace(phones);
        FORGET.forEach(sql -> database.update(sql, values));
        return !database.first(LEFT, values, row -> row.flag("is_left")).orElse(false);
    }

    /** The outbox keeps the order: dead letters that it still holds leave before. */
    @Override
    public void report(ErasureOrder done, Instant now) {
        outbox.addEvents(
                List.of(
                        new PatientErasureReported(
                                done.erasureId(), done.clinicId(), Origins.SERVICE, now)),
                now);
    }
}
