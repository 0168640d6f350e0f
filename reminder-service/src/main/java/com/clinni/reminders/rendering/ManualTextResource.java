package com.clinni.reminders.rendering;

import static com.clinni.platform.access.Role.SERVICIO;

import com.clinni.events.Cause;
import com.clinni.events.Clinic;
import com.clinni.events.Patient;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import com.clinni.reminders.authoring.TemplateSource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Manual texts over HTTP: the text of a reminder for a person to send. Nothing is stored, and
 * nothing is sent.
 */
@Path("/texts-by-hand")
@Produces(MediaType.APPLICATION_JSON)
class ManualTextResource {

    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final TemplateSource templates;
    private final MessageWriter writer;
    private final ObjectMapper json;

    ManualTextResource(TemplateSource templates, MessageWriter writer, ObjectMapper json) {
        this.templates = templates;
        this.writer = writer;
        this.json = json;
    }

    /** A visit, with clinic and patient as in appointments.reminder-due.v1. */
    record Visit(Instant startsAt, Clinic clinic, Patient patient) {

        /** The field without which nothing can be written, if any. */
        Optional<String> missing() {
            if (startsAt == null) {
                return Optional.of("startsAt");
            }
            if (clinic == null || clinic.zone() == null) {
                return Optional.of("clinic.zone");
            }
            return patient == null ? Optional.of("patient") : Optional.empty();
        }
    }

    @POST
    @AllowedTo(SERVICIO)
    @Recorded(AuditAction.TEXT_WRITTEN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The WhatsApp text of a reminder, for the clinic's own phone")
    @RequestBody(content = @Content(schema = @Schema(implementation = Visit.class)))
    @APIResponse(
            responseCode = "200",
            description = "What to send",
            content = @Content(schema = @Schema(implementation = ManualText.Text.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_CLINIC, or not one of the caller's")
    @APIResponse(responseCode = "422", description = "The clinic cannot be named or called")
    public Response text(String body) throws JsonProcessingException {
        var visit = read(body);
        visit.missing()
                .ifPresent(
                        field -> {
                            throw Problem.of(UNPROCESSABLE, Cause.SCHEMA_INVALID.name(), field);
                        });
        if (!isSeen(visit.clinic().clinicId())) {
            throw Problem.of(NOT_FOUND, Cause.UNKNOWN_CLINIC.name(), "clinic.clinicId");
        }
        var key = MessageWriter.textsByHand(visit.clinic(), visit.patient());
        var texts = Objects.requireNonNull(templates.of(List.of(key)).get(key), "no such texts");
        return switch (writer.byHand(visit.startsAt(), visit.clinic(), visit.patient(), texts)) {
            case ManualText.Text text -> Response.ok(text).build();
            case ManualText.Refused(var field) ->
                    throw Problem.of(UNPROCESSABLE, Cause.TEMPLATE_DATA_MISSING.name(), field);
        };
    }

    /** The clinic stands in the body, where no filter sees it: its texts are its own. */
    private static boolean isSeen(@Nullable String clinicId) {
        var clinics = CurrentCaller.get().clinics();
        return clinics.every() || (clinicId != null && clinics.contains(clinicId));
    }

    /** As an event is read: a field that is not known yet is ignored. */
    private Visit read(String body) throws JsonProcessingException {
        var visit =
                json.readerFor(Visit.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .<Visit>readValue(body);
        if (visit == null) {
            throw Problem.of(UNPROCESSABLE, Cause.SCHEMA_INVALID.name(), "startsAt");
        }
        return visit;
    }
}
