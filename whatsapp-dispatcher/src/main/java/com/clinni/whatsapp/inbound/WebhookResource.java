package com.clinni.whatsapp.inbound;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.AllowedToAnyone;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.http.Problem;
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
 * The address of WAHA's webhooks. The signature is checked on the bytes as they came, before
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

    @ActsForService("take-gateway-event")
    @POST
    @AllowedToAnyone(guardedBy = "the line's signature over the body")
    @NotRecorded(because = "the gateway tells what happened; nobody learns anything")
    @Path("{line}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response receive(
            @PathParam("line") String name, @Context HttpHeaders headers, byte[] body) {
        var line = lines.named(name).orElse(null);
        if (line == null || !isAuthentic(line, headers, body)) {
            return answer(401, WebhookResult.REFUSED);
        }
        if (!isJson(headers)) {
            metrics.count(WebhookResult.UNREADABLE);
            throw Problem.of(415, "NOT_JSON", "Content-Type");
        }
        var webhook = WahaWebhook.read(body).orElse(null);
        if (webhook == null) {
            metrics.count(WebhookResult.UNREADABLE);
            throw Problem.unreadableBody();
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

    /** Asked of those who can sign only: nobody else learns what is wrong. */
    private static boolean isJson(HttpHeaders headers) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType());
    }

    private Response answer(int status, WebhookResult result) {
        metrics.count(result);
        return Response.status(status).build();
    }
}
