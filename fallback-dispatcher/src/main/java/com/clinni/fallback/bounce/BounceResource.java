package com.clinni.fallback.bounce;

import com.clinni.fallback.provider.WebhookSignature;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.AllowedToAnyone;
import com.clinni.platform.audit.NotRecorded;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The address to which the mail system posts every e-mail that comes back to our sender address,
 * unchanged. An e-mail that is not a failure report about one of ours is accepted and dropped;
 * nothing of it is stored.
 */
@Path("/webhooks/mail/bounces")
class BounceResource {

    private final WebhookSignature signature;
    private final Bounces bounces;
    private final MeterRegistry metrics;

    BounceResource(BounceConfig config, Bounces bounces, MeterRegistry metrics) {
        this.signature = WebhookSignature.of(config.key(), config.keyBefore());
        this.bounces = bounces;
        this.metrics = metrics;
    }

    @ActsForService("take-bounce")
    @POST
    @AllowedToAnyone(guardedBy = "the mail server's signature over the body")
    @NotRecorded(because = "the mail system tells what became of an e-mail; nobody learns anything")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response receive(@HeaderParam("X-Signature") String signed, byte[] mail) {
        if (!signature.isOf(mail, signed)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        var effect =
                BounceReader.read(mail)
                        .map(
                                failed ->
                                        bounces.cameBack(
                                                failed.reminderId(),
                                                failed.generation(),
                                                failed.messageId()))
                        .orElse(Bounces.Effect.NONE);
        metrics.counter("clinni.mail.bounces", "effect", effect.name()).increment();
        return effect == Bounces.Effect.TOO_EARLY
                ? Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header("Retry-After", "30")
                        .build()
                : Response.ok().build();
    }
}
