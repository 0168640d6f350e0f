package com.clinni.whatsapp.doubt;

import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages in doubt, in PostgreSQL. */
@ApplicationScoped
class Doubts {

    private static final Sql TAKE = Sql.named("doubts/take");
    private static final Sql FOUND = Sql.named("doubts/found");
    private static final Sql ABSENT = Sql.named("doubts/absent");
    private static final Sql CLOSED = Sql.named("doubts/close");
    private static final int BATCH = 20;

    private final Database database;
    private final Transitions transitions;
    private final Duration lookAgainAfter;

    Doubts(Database database, Transitions transitions, DoubtConfig config) {
        this.database = database;
        this.transitions = transitions;
        this.lookAgainAfter = config.lookAgainAfter();
    }

    /** Those to look at now; other pods leave them alone until the next look. */
    List<Doubt> take(Instant now) {
        return database.query(
                TAKE,
                Map.of("now", now, "nextLookAt", now.plus(lookAgainAfter), "batch", BATCH),
                Doubts::read);
    }

    void found(Doubt doubt, Found found, Instant now) {
        var values = values(doubt, now);
        values.put("state", found.ack().state());
        values.put("confirmed", found.ack().isConfirmed());
        values.put("gatewayMessageId", found.gatewayMessageId());
        settle(FOUND, values);
    }

    void absent(Doubt doubt, Instant now) {
        settle(ABSENT, values(doubt, now));
    }

    void close(Doubt doubt, DeliveryState end, Instant now) {
        var values = values(doubt, now);
        values.put("state", end);
        settle(CLOSED, values);
    }

    private void settle(Sql sql, Map<String, ?> values) {
        QuarkusTransaction.requiringNew().run(() -> transitions.apply(sql, values));
    }

    private static Map<String, Object> values(Doubt doubt, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("reminderId", doubt.reminderId());
        values.put("generation", doubt.generation());
        values.put("epoch", doubt.leaseEpoch());
        values.put("now", now);
        return values;
    }

    private static Doubt read(Row row) throws SQLException {
        return new Doubt(
                row.uuid("reminder_id"),
                row.integer("generation"),
                row.integer("lease_epoch"),
                row.text("line"),
                new ChatId(row.text("chat_id")),
                new ClientMessageId(row.text("client_message_id")),
                row.instant("sending_since"),
                row.instant("doubt_since"),
                row.instant("send_before"),
                row.constant("fallback", Fallback.class),
                row.flag("withdrawn"));
    }
}
