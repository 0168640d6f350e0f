package com.clinni.whatsapp.send;

import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.health.LineBook;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages in PostgreSQL: each settlement is one compare-and-set with its report. */
@ApplicationScoped
class PostgresDispatches implements Dispatches {

    private static final Sql ACCEPT = Sql.named("send/accept");
    private static final Sql RETRY_LATER = Sql.named("send/retry-later");
    private static final Sql GIVE_UP = Sql.named("send/give-up");
    private static final Sql DOUBT = Sql.named("send/doubt");

    private final Claims claims;
    private final LostClaims lostClaims;
    private final LineBook book;
    private final Transitions transitions;

    PostgresDispatches(
            Claims claims, LostClaims lostClaims, LineBook book, Transitions transitions) {
        this.lostClaims = lostClaims;
        this.claims = claims;
        this.book = book;
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
        var values = values(intent, now);
        values.put("gatewayMessageId", gatewayMessageId);
        return settle(ACCEPT, values);
    }

    @Override
    public boolean retryLater(Intent intent, NotSentReason reason, Instant notBefore, Instant now) {
        var values = values(intent, now);
        values.put("cause", reason.cause());
        values.put("notBefore", notBefore);
        values.put("uncounted", reason.countsAsAttempt() ? 0 : 1);
        return settle(RETRY_LATER, values);
    }

    @Override
    public boolean giveUp(Intent intent, NotSentReason reason, Instant now) {
        var values = values(intent, now);
        values.put("cause", reason.cause());
        return settle(GIVE_UP, values);
    }

    @Override
    public boolean doubt(Intent intent, String observation, Instant now) {
        var values = values(intent, now);
        values.put("observation", observation);
        return settle(DOUBT, values);
    }

    @Override
    public void pushBack(Line line, Instant until) {
        book.pushBack(line.name(), until);
    }

    private boolean settle(Sql sql, Map<String, ?> values) {
        return QuarkusTransaction.requiringNew()
                .call(() -> !transitions.apply(sql, values).isEmpty());
    }

    private static Map<String, Object> values(Intent intent, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("reminderId", intent.reminderId());
        values.put("generation", intent.generation());
        values.put("epoch", intent.leaseEpoch());
        values.put("now", now);
        return values;
    }
}
