package com.clinni.whatsapp.inbound;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.GatewayEvent;
import com.clinni.whatsapp.gateway.InboundMessage;
import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.gateway.waha.WahaWebhook;
import com.clinni.whatsapp.inbound.InboundTable.Delivery;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineMonitor;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.receipt.FailureReceipts;
import com.clinni.whatsapp.receipt.Receipts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Acts on what a gateway tells, once per event: its id is remembered with its effect. */
@ApplicationScoped
class GatewayEvents {

    private static final Sql LEARN_LID = Sql.named("inbound/learn-lid-of-receipt");

    private final Database database;
    private final TakenWebhooks taken;
    private final Receipts receipts;
    private final FailureReceipts failures;
    private final LineObserver observer;
    private final InboundStore store;
    private final LineMonitor monitor;
    private final Clock clock;

    GatewayEvents(
            Database database,
            TakenWebhooks taken,
            Receipts receipts,
            FailureReceipts failures,
            LineObserver observer,
            InboundStore store,
            LineMonitor monitor,
            Clock clock) {
        this.database = database;
        this.taken = taken;
        this.receipts = receipts;
        this.failures = failures;
        this.observer = observer;
        this.store = store;
        this.monitor = monitor;
        this.clock = clock;
    }

    WebhookResult take(Line line, WahaWebhook webhook) {
        if (!webhook.session().equals(line.config().session())) {
            return WebhookResult.OTHER_SESSION;
        }
        if (!taken.remembers(webhook)) {
            return WebhookResult.TOO_OLD;
        }
        return switch (webhook.event()) {
            case GatewayEvent.Receipt receipt -> once(line, webhook, () -> received(line, receipt));
            case GatewayEvent.Failure failure -> failed(line, webhook, failure);
            case GatewayEvent.SessionChanged(var state) -> sessionIs(line, webhook, state);
            case GatewayEvent.Inbound(var message) ->
                    store.keep(
                                    new Delivery(
                                            webhook.id(),
                                            line.name(),
                                            webhook.kind(),
                                            dated(webhook, message, clock.instant())))
                            ? WebhookResult.INBOUND
                            : WebhookResult.REPEATED;
            case GatewayEvent.Overheard() -> once(line, webhook, () -> WebhookResult.OVERHEARD);
            case GatewayEvent.Ignored() ->
                    webhook.kind() == null
                            ? WebhookResult.IGNORED
                            : once(line, webhook, () -> WebhookResult.IGNORED);
        };
    }

    /** A node that dies in between loses a word that the next look at the session replaces. */
    private WebhookResult sessionIs(Line line, WahaWebhook webhook, SessionState state) {
        var result =
                once(
                        line,
                        webhook,
                        () ->
                                taken.isSessionNews(line, webhook)
                                        ? WebhookResult.SESSION
                                        : WebhookResult.STALE);
        if (result == WebhookResult.SESSION) {
            monitor.sessionChanged(line, state);
        }
        return result;
    }

    /** A gateway whose clock is ahead tells nothing of the future. */
    private static InboundMessage dated(WahaWebhook webhook, InboundMessage message, Instant now) {
        var told = message.at() == null ? webhook.at() : message.at();
        return message.writtenAt(told == null || told.isAfter(now) ? now : told);
    }

    /** Its id and what follows from it are one transaction. */
    private WebhookResult once(Line line, WahaWebhook webhook, Supplier<WebhookResult> effect) {
        return QuarkusTransaction.requiringNew()
                .call(() -> taken.add(line, webhook) ? effect.get() : WebhookResult.REPEATED);
    }

    private WebhookResult received(Line line, GatewayEvent.Receipt receipt) {
        receipts.received(receipt.messageId(), receipt.ack());
        learnWhose(line, receipt);
        return WebhookResult.RECEIPT;
    }

    private WebhookResult failed(Line line, WahaWebhook webhook, GatewayEvent.Failure failure) {
        var reason = failure.reason();
        var result =
                once(
                        line,
                        webhook,
                        () -> {
                            failures.received(failure.messageId(), reason);
                            return WebhookResult.RECEIPT;
                        });
        if (result == WebhookResult.RECEIPT) {
            reason.lineTrouble()
                    .ifPresent(cause -> observer.failed(line.name(), HealthSource.RECEIPT, cause));
        }
        return result;
    }

    /** A receipt that names a hidden number and our message tells whose number it is. */
    private void learnWhose(Line line, GatewayEvent.Receipt receipt) {
        if (receipt.lid() != null) {
            database.update(
                    LEARN_LID,
                    Map.of(
                            "line", line.name(),
                            "lid", receipt.lid(),
                            "messageId", receipt.messageId(),
                            "now", clock.instant()));
        }
    }
}
