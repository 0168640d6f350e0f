package com.clinni.fallback.receipt;

import com.clinni.fallback.provider.WebhookSignature;
import com.clinni.fallback.sms.SmsConfig;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.AllowedToAnyone;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The webhook by which the SMS provider reports what became of messages. The signature is checked
 * on the bytes as they came, and a caller without it learns nothing. A receipt is stored and
 * answered at once: one for an unknown message may be early, and a repeated one changes nothing.
 */
@Path("/webhooks/sms")
class SmsWebhookResource {

    private final WebhookSignature signature;
    private final ReceiptReader reader;
    private final SmsReceipts receipts;

    SmsWebhookResource(SmsConfig config, SmsReceipts receipts) {
        this.signature =
                WebhookSignature.of(config.receipts().key(), config.receipts().keyBefore());
        this.reader = new ReceiptReader(config.receipts());
        this.receipts = receipts;
    }

    @ActsForService("take-sms-receipt")
    @POST
    @AllowedToAnyone(guardedBy = "the provider's signature over the body")
    @NotRecorded(because = "the provider tells what became of an SMS; nobody learns anything")
    @Consumes(MediaType.WILDCARD)
    public Response receive(@HeaderParam("X-Signature") String signed, byte[] body) {
        if (!signature.isOf(body, signed)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        switch (reader.read(body)) {
            case ReceiptReader.Read(var receipt) -> receipts.take(receipt);
            case ReceiptReader.NoNews() -> receipts.skip("NO_NEWS");
            case ReceiptReader.Unreadable() -> {
                receipts.skip("UNREADABLE");
                throw Problem.unreadableBody();
            }
        }
        return Response.ok().build();
    }
}
