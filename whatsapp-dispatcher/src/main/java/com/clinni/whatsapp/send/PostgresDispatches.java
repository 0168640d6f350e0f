package com.clinni.whatsapp.send;

import com.clinni.events.DeliveryState;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.health.LineStatuses;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Messages;
import com.clinni.whatsapp.message.Move;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Messages in PostgreSQL: each settlement is one compare-and-set with its report. */
@ApplicationScoped
class PostgresDispatches implements Dispatches {

    private static final Sql ACCEPT = Sql.named("send/accept");
    private static final Sql DOUBT = Sql.named("send/doubt");

    private final Claims claims;
    private final LostClaims lostClaims;
    private final LineStatuses statuses;
    private final Messages messages;
    private final Transitions transitions;

    PostgresDispatches(
            Claims claims,
            LostClaims lostClaims,
            LineStatuses statuses,
            Messages messages,
            Transitions transitions) {
        this.messages = messages;
        this.lostClaims = lostClaims;
        this.claims = claims;
        this.statuses = statuses;
        this.transitions = transitions;
    }

    @Override
    public Claim claim(Line line, int freeSlots, Instant now) {
        return claims.claim(line, freeSlots, now);
    }

    @Override
    public void release(List<Intent> intents) {
        lostClaims.keep(intents);
        lostClaims.release();
    }

    @Override
    public boolean accept(Line line, Intent intent, String gatewayMessageId, Instant now) {
        var values = into(DeliveryState.ACCEPTED, intent, now);
        values.put("gatewayMessageId", gatewayMessageId);
        return settle(ACCEPT, values);
    }

    @Override
    public boolean retryLater(Intent intent, NotSentReason reason, Instant notBefore, Instant now) {
        return settle(
                intent,
                message ->
                        GiveUpPolicy.notSent(message, reason.cause(), null)
                                .of(message)
                                .notBefore(notBefore)
                                .counting(reason.countsAsAttempt()),
                now);
    }

    @Override
    public boolean giveUp(Intent intent, NotSentReason reason, Instant now) {
        return settle(
                intent, message -> GiveUpPolicy.refused(message, reason.cause()).of(message), now);
    }

    @Override
    public boolean doubt(Intent intent, String observation, Instant now) {
        var values = into(DeliveryState.IN_DOUBT, intent, now);
        values.put("observation", observation);
        return settle(DOUBT, values);
    }

    @Override
    public void pushBack(Line line, Instant until) {
        statuses.pushBack(line.name(), until);
    }

    private boolean settle(Sql sql, Map<String, ?> values) {
        return QuarkusTransaction.requiringNew()
                .call(() -> !transitions.apply(sql, values).isEmpty());
    }

    private boolean settle(Intent intent, Function<MessageFacts, Move> decide, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                !transitions
                                        .move(
                                                intent.read(messages).map(decide).stream().toList(),
                                                now)
                                        .isEmpty());
    }

    private Map<String, Object> into(DeliveryState state, Intent intent, Instant now) {
        var values = transitions.into(state, now);
        values.put("reminderId", intent.reminderId());
        values.put("generation", intent.generation());
        values.put("epoch", intent.leaseEpoch());
        return values;
    }
}
