package com.clinni.reminders.authoring;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.IfMatch;
import com.clinni.platform.http.Problem;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Language;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A clinic's own texts over HTTP. */
@Path("/clinics/{clinicId}/templates")
@Produces(MediaType.APPLICATION_JSON)
class TemplateResource {

    private static final String IF_MATCH = "If-Match";
    private static final Pattern CLINIC_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}");

    private final TemplateEditor desk;
    private final Previews previews;
    private final DefaultTemplates house;

    TemplateResource(TemplateEditor desk, Previews previews, DefaultTemplates house) {
        this.desk = desk;
        this.previews = previews;
        this.house = house;
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO})
    @NotRecorded(because = "a clinic's texts, and nothing of patients")
    @Path("{kind}/{language}")
    @Operation(summary = "The texts in force; version 0 is the house's")
    public Response get(
            @PathParam("clinicId") String clinicId,
            @PathParam("kind") String kind,
            @PathParam("language") String language) {
        var template = desk.inForce(key(clinicId, kind, language));
        return answer(200, new TemplateEditor.Kept(template, desk.findings(template), false));
    }

    @PUT
    @AllowedTo(
            value = {RESPONSABLE, CENTRO},
            acceptsNewClinic = true)
    @Recorded(value = AuditAction.TEMPLATE_SAVED, subject = "kind")
    @Path("{kind}/{language}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Save texts as the next version",
            description =
                    "A text left out is taken from the house. medicalOverride {reason} lets"
                            + " medical words pass; marketing words and links are always refused.")
    @APIResponse(responseCode = "200", description = "The next version, or nothing had changed")
    @APIResponse(responseCode = "201", description = "The first version")
    @APIResponse(responseCode = "403", description = "medicalOverride is for Responsable")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "Refused; code, field, line, column say why")
    public Response put(
            @PathParam("clinicId") String clinicId,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            @HeaderParam(IF_MATCH) String ifMatch,
            TemplateBody body) {
        var key = key(clinicId, kind, language);
        var texts = body.texts(house.of(kind, key.language()).texts());
        var overrideReason = body.overrideReason();
        if (overrideReason != null) {
            CurrentCaller.require(RESPONSABLE, "medicalOverride");
        }
        var kept = desk.save(key, texts, overrideReason, IfMatch.read(ifMatch));
        return answer(kept.isNew() ? 201 : 200, kept);
    }

    @POST
    @AllowedTo(
            value = {RESPONSABLE, CENTRO},
            acceptsNewClinic = true)
    @Recorded(value = AuditAction.TEMPLATE_RESTORED, subject = "kind")
    @Path("{kind}/{language}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make an earlier version the next one; 0 brings the house's texts back")
    public Response restore(
            @PathParam("clinicId") String clinicId,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            @HeaderParam(IF_MATCH) String ifMatch,
            RestoreBody body) {
        var key = key(clinicId, kind, language);
        if (body.reason() != null) {
            CurrentCaller.require(RESPONSABLE, "reason");
        }
        return answer(
                200,
                desk.restore(
                        key, RestoreBody.versionOf(body), body.reason(), IfMatch.read(ifMatch)));
    }

    @POST
    @AllowedTo(
            value = {CONSULTA, SOPORTE, RESPONSABLE, CENTRO},
            acceptsNewClinic = true)
    @NotRecorded(because = "a clinic's texts with made-up values; nothing is kept")
    @Path("{kind}/{language}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The texts as patients would see them; with a body, before they are saved",
            description =
                    "With a usual visit and with the longest plausible values: every channel's"
                        + " text, SMS segments with and without accents and their cost, and what a"
                        + " locked screen shows.")
    @APIResponse(responseCode = "422", description = "The texts would be refused when saved")
    public PreviewAnswer preview(
            @PathParam("clinicId") String clinicId,
            @PathParam("kind") String kind,
            @PathParam("language") String language,
            @Nullable @RequestBody(required = false) TemplateBody body) {
        return previews.of(key(clinicId, kind, language), body);
    }

    private TemplateKey key(String clinicId, String kind, String language) {
        if (!CLINIC_ID.matcher(clinicId).matches()) {
            throw Problem.of(404, "CLINIC_UNKNOWN", "clinicId");
        }
        if (house.kind(kind).isEmpty()) {
            throw Problem.of(404, "KIND_UNKNOWN", "kind");
        }
        return new TemplateKey(
                clinicId,
                kind,
                Language.of(language)
                        .orElseThrow(() -> Problem.of(404, "LANGUAGE_UNKNOWN", "language")));
    }

    private Response answer(int status, TemplateEditor.Kept kept) {
        var key = kept.template().key();
        var closing = house.of(key.kind(), key.language()).closing();
        return Response.status(status)
                .tag(Integer.toString(kept.template().version()))
                .entity(TemplateAnswer.of(kept.template(), closing, kept.warnings(), null))
                .build();
    }
}
