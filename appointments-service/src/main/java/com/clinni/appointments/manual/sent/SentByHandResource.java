package com.clinni.appointments.manual.sent;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.RESPONSABLE;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.manual.sent.SentByHandReports.Reply;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Reports of "I sent it" over HTTP. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SentByHandResource {

    private final SentByHandReports byHand;

    SentByHandResource(SentByHandReports byHand) {
        this.byHand = byHand;
    }

    /** Which link was used. */
    record SentBody(
            @Schema(
                            description =
                                    "The link's version; unless said, the newest link of which"
                                            + " nobody has said anything")
                    Long version) {}

    @POST
    @AllowedTo({RESPONSABLE, CENTRO})
    @Recorded(value = AuditAction.SENT_BY_HAND, subject = "appointmentId")
    @Path("appointments/{appointmentId}/sent-by-hand")
    @Operation(
            summary = "A person sent it: the visit's next reminder is done",
            description =
                    "It is withdrawn from every channel, its fallback included. Saying it twice for"
                            + " one link changes nothing: SENT_ALREADY. Without an open reminder it"
                            + " is only kept: NOTHING_OPEN. Of a visit that was moved or cancelled"
                            + " after the link was given the next reminder stays open, and the"
                            + " change is told where the clinic wants that: CHANGED_SINCE.")
    @APIResponse(
            responseCode = "200",
            description = "What came of it, and the reminder that was closed and where it stands",
            content = @Content(schema = @Schema(implementation = Reply.Kept.class)))
    @APIResponse(responseCode = "403", description = "OTHER_ORIGIN: another site's page sent it")
    @APIResponse(responseCode = "409", description = "CANCELLED")
    @APIResponse(responseCode = "422", description = "No such version")
    public Response sent(
            String clinicId,
            String appointmentId,
            SentBody body,
            @Context HttpHeaders headers,
            @Context UriInfo asked) {
        if (RequestOrigin.of(headers, asked) == RequestOrigin.OTHER_SITE) {
            return Problem.of(403, "OTHER_ORIGIN", null).response();
        }
        var visit = new VisitId(clinicId, appointmentId);
        return switch (byHand.sent(visit, body.version())) {
            case Reply.Kept kept -> Response.ok(kept).build();
            case Reply.Refused(var problem) -> problem.response();
        };
    }
}
