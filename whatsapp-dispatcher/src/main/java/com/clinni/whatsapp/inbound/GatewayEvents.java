package com.clinni.whatsapp.inbound;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.GatewayEvent;
import com.clinni.whatsapp.gateway.InboundMessage;
import com.clinni.whatsapp.gateway.waha.WahaWebhook;
import com.clinni.whatsapp.inbound.InboundTable.Delivery;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineMonitor;
import com.clinni.whatsapp.receipt.Receipts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Acts on what a gateway tells, once per event: its id is remembered with its effect. */
@ApplicationScoped
class GatewayEvents {

    private static final Sql KEEP = Sql.named("inbound/keep-webhook-event");
    private static final Sql LEARN_LID = Sql.named("inbound/learn-lid-of-receipt");

    /** As long as ids are remembered: an older event might be a repeat. */
    private static final Duration MEMORY = Duration.ofDays(7);

    private final Database database;
    private final Receipts receipts;
    private final InboundStore store;
    private final LineMonitor monitor;
    private final Clock clock;

    GatewayEvents(
            Database database,
            Receipts receipts,
            InboundStore store,
            LineMonitor monitor,
            Clock clock) {
        this.database = database;
        this.receipts = receipts;
        this.store = store;
        this.monitor = monitor;
        this.clock = clock;
    }

    WebhookResult take(Line line, WahaWebhook webhook) {
        if (!webhook.session().equals(line.config().session())) {
            return WebhookResult.OTHER_SESSION;
        }
        var now = clock.instant();
        if (webhook.at() != null && webhook.at().isBefore(now.minus(MEMORY))) {
            return WebhookResult.TOO_OLD;
        }
        return switch (webhook.event()) {
            case GatewayEvent.Receipt receipt -> once(line, webhook.id(), receipt);
            case GatewayEvent.SessionChanged(var state) -> {
                monitor.sessionIs(line, state);
                yield WebhookResult.SESSION;
            }
            case GatewayEvent.Inbound(var message) ->
                    store.keep(
                                    new Delivery(
                                            webhook.id(),
                                            line.name(),
                                            dated(webhook, message, now)))
                            ? WebhookResult.INBOUND
                            : WebhookResult.REPEATED;
            case GatewayEvent.Overheard() -> WebhookResult.OVERHEARD;
            case GatewayEvent.Ignored() -> WebhookResult.IGNORED;
        };
    }

    /** A gateway whose clock is ahead tells nothing of the future. */
    private static InboundMessage dated(WahaWebhook webhook, InboundMessage message, Instant now) {
        var told = message.at() == null ? webhook.at() : message.at();
        return message.writtenAt(told == null || told.isAfter(now) ? now : told);
    }

    private WebhookResult once(Line line, String eventId, GatewayEvent.Receipt receipt) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var values = Map.of("id", eventId, "now", clock.instant());
                            if (database.update(KEEP, values) == 0) {
                                return WebhookResult.REPEATED;
                            }
                            receipts.received(receipt.messageId(), receipt.ack());
                            learnWhose(line, receipt);
                            return WebhookResult.RECEIPT;
                        });
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
