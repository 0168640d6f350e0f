package com.clinni.whatsapp.inbound;

import com.clinni.whatsapp.database.Database;
import com.clinni.whatsapp.database.Sql;
import com.clinni.whatsapp.dispatch.Receipts;
import com.clinni.whatsapp.gateway.GatewayEvent;
import com.clinni.whatsapp.gateway.waha.WahaWebhook;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineMonitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Acts on what a gateway tells, once per event: its id is remembered with its effect. */
@ApplicationScoped
class GatewayEvents {

    private static final Sql KEEP = Sql.named("keep-webhook-event");

    /** As long as ids are remembered: an older event might be a repeat. */
    private static final Duration MEMORY = Duration.ofDays(7);

    private final Database database;
    private final Receipts receipts;
    private final LineMonitor monitor;
    private final Clock clock;

    GatewayEvents(Database database, Receipts receipts, LineMonitor monitor, Clock clock) {
        this.database = database;
        this.receipts = receipts;
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
            case GatewayEvent.Receipt receipt -> once(webhook.id(), receipt);
            case GatewayEvent.SessionChanged(var state) -> {
                monitor.sessionIs(line, state);
                yield WebhookResult.SESSION;
            }
            case GatewayEvent.Inbound() -> WebhookResult.INBOUND;
            case GatewayEvent.Ignored() -> WebhookResult.IGNORED;
        };
    }

    private WebhookResult once(String eventId, GatewayEvent.Receipt receipt) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var values = Map.of("id", eventId, "now", clock.instant());
                            if (database.update(KEEP, values) == 0) {
                                return WebhookResult.REPEATED;
                            }
                            receipts.received(receipt.messageId(), receipt.ack());
                            return WebhookResult.RECEIPT;
                        });
    }
}
