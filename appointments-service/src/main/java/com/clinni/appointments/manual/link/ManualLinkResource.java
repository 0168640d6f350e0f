package com.clinni.appointments.manual.link;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SERVICIO;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.manual.PageLanguage;
import com.clinni.appointments.manual.day.DayPage;
import com.clinni.appointments.manual.day.DayReader;
import com.clinni.appointments.manual.link.ManualLinks.Answer;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The link for sending by hand, over HTTP. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class ManualLinkResource {

    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final ManualLinks links;
    private final DayReader days;

    ManualLinkResource(ManualLinks links, DayReader days) {
        this.links = links;
        this.days = days;
    }

    @GET
    @AllowedTo({RESPONSABLE, CENTRO, SERVICIO})
    @Recorded(value = AuditAction.MANUAL_LINK_READ, subject = "appointmentId")
    @Path("appointments/{appointmentId}/manual-link")
    @Operation(
            summary = "A link that opens WhatsApp with the reminder written, for a person to send",
            description =
                    "Sends nothing by itself, and needs no PRO account. What it opens is the"
                            + " clinic's manualSending.")
    @APIResponse(
            responseCode = "200",
            description = "The link and its text",
            content = @Content(schema = @Schema(implementation = ManualLink.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "CANCELLED, IN_THE_PAST, or the patient OPTED_OUT of WhatsApp; NUMBER_OPTED_OUT"
                            + " by writing BAJA, unless sure=true")
    @APIResponse(responseCode = "422", description = "The patient has no number to write to")
    @APIResponse(responseCode = "503", description = "TEXTS_UNAVAILABLE: ask again")
    public Response link(
            String clinicId,
            String appointmentId,
            @Parameter(description = "true: also to a number that opted out") @QueryParam("sure")
                    @Nullable Boolean sure) {
        var visit = new VisitId(clinicId, appointmentId);
        return switch (links.of(visit, null, Boolean.TRUE.equals(sure))) {
            case Answer.Link(var link) ->
                    Response.ok(link).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
            case Answer.None(var problem) when problem.status() == UNAVAILABLE ->
                    Response.fromResponse(problem.response())
                            .header(HttpHeaders.RETRY_AFTER, 1)
                            .build();
            case Answer.None(var problem) -> problem.response();
        };
    }

    @GET
    @AllowedTo({RESPONSABLE, CENTRO, SERVICIO})
    @Recorded(value = AuditAction.MANUAL_LINK_READ, subject = "appointmentId")
    @Path("appointments/{appointmentId}/manual-link/open")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Goes where the link leads, for a button on a page",
            description =
                    "A page may be old: what has been sent since is not opened, as the page shows"
                            + " no button for it, nor what has been moved since.")
    @APIResponse(responseCode = "303", description = "To WhatsApp")
    @APIResponse(responseCode = "default", description = "A page that says why not, and what to do")
    public Response open(
            String clinicId,
            String appointmentId,
            @QueryParam("lang") String lang,
            @Parameter(description = "the visit's, as the page shows it") @QueryParam("version")
                    Long version,
            @Parameter(description = "true: also to a number that opted out") @QueryParam("sure")
                    @Nullable Boolean sure,
            @HeaderParam("Accept-Language") String accepted) {
        var language = PageLanguage.of(lang, accepted, null);
        var messages = language.messages();
        var visit = new VisitId(clinicId, appointmentId);
        if (days.isAlreadySent(visit)) {
            return DayPage.sentence(CONFLICT, LinkRefusal.ALREADY_SENT.text(messages), language);
        }
        return switch (links.of(visit, version, Boolean.TRUE.equals(sure))) {
            case Answer.Link(var link) ->
                    Response.seeOther(URI.create(link.url()))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .header("Referrer-Policy", "no-referrer")
                            .build();
            case Answer.None(var problem) when problem.code().equals(ManualLinks.ASKS_AGAIN) ->
                    DayPage.askAgain(visit, version, language);
            case Answer.None(var problem) ->
                    DayPage.sentence(
                            problem.status(), LinkRefusal.of(problem).text(messages), language);
        };
    }
}
