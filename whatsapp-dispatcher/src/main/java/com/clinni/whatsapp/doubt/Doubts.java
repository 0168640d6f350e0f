package com.clinni.whatsapp.doubt;

import static com.clinni.events.DeliveryState.IN_DOUBT;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Messages;
import com.clinni.whatsapp.message.Move;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Messages in doubt, in PostgreSQL. */
@ApplicationScoped
class Doubts {

    private static final Sql TAKE = Sql.named("doubts/take");
    private static final Sql FOUND = Sql.named("doubts/found");
    private static final Sql COUNT_ABSENCE = Sql.named("doubts/count-absence");

    private final Database database;
    private final Messages messages;
    private final Transitions transitions;
    private final int batch;
    private final Duration lookAgainAfter;
    private final Duration fallbackNeeds;
    private final int absencesAtMost;

    Doubts(
            Database database,
            Messages messages,
            Transitions transitions,
            DoubtConfig config,
            DispatchConfig dispatch) {
        this.messages = messages;
        this.batch = config.batchSize();
        this.fallbackNeeds = config.fallbackNeeds();
        this.absencesAtMost = dispatch.absencesAtMost();
        this.database = database;
        this.transitions = transitions;
        this.lookAgainAfter = config.lookAgainAfter();
    }

    /** Those to look at now; other pods leave them alone until the next look. */
    List<Doubt> take(Instant now) {
        return database.query(
                TAKE,
                Map.of("now", now, "nextLookAt", now.plus(lookAgainAfter), "batch", batch),
                Doubts::read);
    }

    void found(Doubt doubt, Found found, Instant now) {
        var values = transitions.into(found.ack().state(), now);
        values.put("reminderId", doubt.reminderId());
        values.put("generation", doubt.generation());
        values.put("epoch", doubt.leaseEpoch());
        values.put("confirmed", found.ack().isConfirmed());
        values.put("gatewayMessageId", found.gatewayMessageId());
        QuarkusTransaction.requiringNew().run(() -> transitions.apply(FOUND, values));
    }

    /**
     * The client message id stays: should the first send surface after all, it is the same one.
     * What is absent again and again from a line that works has a trouble of its own.
     */
    void absent(Doubt doubt, Instant now) {
        end(doubt, message -> absent(doubt, message, now), now);
    }

    /** Nobody could find out. */
    void close(Doubt doubt, Instant now) {
        end(
                doubt,
                message ->
                        GiveUpPolicy.unresolved(message, fallbackNeeds, now)
                                .of(message)
                                .notBefore(now),
                now);
    }

    private Move absent(Doubt doubt, MessageFacts message, Instant now) {
        var absences =
                database.first(COUNT_ABSENCE, key(doubt), row -> row.integer("absences")).orElse(0);
        return absences < absencesAtMost
                ? GiveUpPolicy.notSent(message, null, "proved-absent").of(message).notBefore(now)
                : GiveUpPolicy.unsendable(message)
                        .of(message)
                        .notBefore(now.plus(GiveUpPolicy.TRY_ON_AFTER));
    }

    private static Map<String, Object> key(Doubt doubt) {
        return Map.of(
                "reminderId", doubt.reminderId(),
                "generation", doubt.generation(),
                "epoch", doubt.leaseEpoch());
    }

    private void end(Doubt doubt, Function<MessageFacts, Move> decide, Instant now) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                messages.underWay(
                                                doubt.reminderId(),
                                                doubt.generation(),
                                                doubt.leaseEpoch())
                                        .filter(message -> message.state() == IN_DOUBT)
                                        .map(decide)
                                        .ifPresent(move -> transitions.move(List.of(move), now)));
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
                row.instant("doubt_since"));
    }
}
