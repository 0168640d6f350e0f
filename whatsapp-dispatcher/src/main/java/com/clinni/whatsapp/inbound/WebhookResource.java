package com.clinni.whatsapp.inbound;

import com.clinni.whatsapp.gateway.waha.WahaSignature;
import com.clinni.whatsapp.gateway.waha.WahaWebhook;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Where WAHA tells us what happened. The signature is checked on the bytes as they came, before
 * anything reads them. Whoever cannot sign learns nothing, not even whether the line exists.
 */
@Path("/webhooks/waha")
class WebhookResource {

    private static final String SIGNATURE = "X-Webhook-Hmac";
    private static final String ALGORITHM = "X-Webhook-Hmac-Algorithm";

    private final Lines lines;
    private final GatewayEvents events;
    private final WebhookMetrics metrics;

    WebhookResource(Lines lines, GatewayEvents events, WebhookMetrics metrics) {
        this.lines = lines;
        this.events = events;
        this.metrics = metrics;
    }

    @POST
    @Path("{line}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response receive(
            @PathParam("line") String name, @Context HttpHeaders headers, byte[] body) {
        var line = lines.named(name).orElse(null);
        if (line == null || !isAuthentic(line, headers, body)) {
            return answer(401, WebhookResult.REFUSED);
        }
        var webhook = WahaWebhook.read(body).orElse(null);
        if (webhook == null) {
            return answer(400, WebhookResult.UNREADABLE);
        }
        return answer(200, events.take(line, webhook));
    }

    private static boolean isAuthentic(Line line, HttpHeaders headers, byte[] body) {
        var algorithms = headers.getRequestHeader(ALGORITHM);
        var sha512 =
                algorithms == null || algorithms.isEmpty() || algorithms.equals(List.of("sha512"));
        return sha512
                && body != null
                && WahaSignature.isBy(
                        line.config().webhookKeys(), body, headers.getRequestHeader(SIGNATURE));
    }

    private Response answer(int status, WebhookResult result) {
        metrics.count(result);
        return Response.status(status).build();
    }
}
