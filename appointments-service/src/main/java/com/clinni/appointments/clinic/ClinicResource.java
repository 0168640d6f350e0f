package com.clinni.appointments.clinic;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.appointments.FieldWarning;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.IfMatch;
import com.clinni.platform.http.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Clinics over HTTP. The entity tag of an answer is the version that {@code If-Match} expects. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class ClinicResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ClinicEditor editor;

    ClinicResource(ClinicEditor editor) {
        this.editor = editor;
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO})
    @NotRecorded(because = "a clinic's settings, and nothing of patients")
    @Operation(summary = "A clinic's profile, rules and policy")
    @APIResponse(
            responseCode = "200",
            description = "The clinic; its version is the ETag",
            content = @Content(schema = @Schema(implementation = ClinicBody.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_CLINIC")
    public Response get(String clinicId) {
        return editor.current(clinicId)
                .map(found -> answer(200, found, List.of()))
                .orElseGet(() -> Problem.of(404, "UNKNOWN_CLINIC", null).response());
    }

    @PUT
    @AllowedTo(
            value = {RESPONSABLE, CENTRO},
            acceptsNewClinic = true)
    @Recorded(AuditAction.CLINIC_SAVED)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a clinic or replace all its settings",
            description =
                    "What is left out has its default; a warning RESET names each setting that"
                        + " changed so. Reminders that are not yet due are planned anew when the"
                        + " rules, the channel NONE, the zone or the quiet hours change; what was"
                        + " published stays.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ClinicBody.class)))
    @APIResponse(responseCode = "200", description = "Replaced")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "403", description = "account is for Responsable to change")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A value that cannot be; code and field say")
    public Response put(
            String clinicId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ObjectNode said)
            throws JsonProcessingException {
        var saved = editor.replace(clinicId, said, IfMatch.read(ifMatch));
        return answer(saved.isNew() ? 201 : 200, saved.clinic(), saved.warnings());
    }

    @PATCH
    @AllowedTo({RESPONSABLE, CENTRO})
    @Recorded(AuditAction.CLINIC_SAVED)
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change some of a clinic's settings",
            description =
                    "A JSON merge patch (RFC 7396): what it does not name stays, null brings a"
                            + " default back, and quietHours null means none.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MERGE_PATCH,
                        schema = @Schema(implementation = ClinicBody.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ClinicBody.class))
            })
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "404", description = "UNKNOWN_CLINIC")
    @APIResponse(responseCode = "403", description = "account is for Responsable to change")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    @APIResponse(responseCode = "422", description = "A value that cannot be; code and field say")
    public Response patch(
            String clinicId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ObjectNode patch)
            throws JsonProcessingException {
        var saved = editor.change(clinicId, patch, IfMatch.read(ifMatch));
        return answer(200, saved.clinic(), saved.warnings());
    }

    private static Response answer(int status, VersionedClinic found, List<FieldWarning> warnings) {
        return Response.status(status)
                .tag(Long.toString(found.version()))
                .entity(ClinicBody.of(found.clinic(), warnings))
                .build();
    }
}
