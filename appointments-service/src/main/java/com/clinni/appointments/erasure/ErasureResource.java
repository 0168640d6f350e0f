package com.clinni.appointments.erasure;

import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.appointments.erasure.PatientErasure.Erasure;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.Role;
import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Erasing a clinic's patient over HTTP. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {

    private final Clinics clinics;
    private final PatientErasure erasure;
    private final ErasureProgress progress;

    ErasureResource(Clinics clinics, PatientErasure erasure, ErasureProgress progress) {
        this.clinics = clinics;
        this.erasure = erasure;
        this.progress = progress;
    }

    /** Why, for the access log. */
    record ErasureBody(
            @Schema(minLength = AccessReason.SHORTEST, maxLength = AccessReason.LONGEST)
                    @Nullable String reason) {}

    @DELETE
    @Path("patients/{patientId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Recorded(value = AuditAction.PATIENT_ERASED, subject = "patientId")
    @AllowedTo({Role.RESPONSABLE, Role.SERVICIO})
    @Operation(
            summary = "Erase a patient",
            description =
                    "Names, addresses, texts and records go from every service; ids, states and"
                            + " times stay. Planned messages are withdrawn, replays are refused."
                            + " Asking twice is asking once.")
    @APIResponse(
            responseCode = "202",
            description = "It is done here; how far the other services are",
            content = @Content(schema = @Schema(implementation = ErasureProgress.View.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_CLINIC, UNKNOWN_PATIENT")
    @APIResponse(responseCode = "422", description = "REASON_REQUIRED")
    public Response erase(String clinicId, String patientId, @Nullable ErasureBody body) {
        return answer(
                clinicId,
                202,
                () -> {
                    var reason = AccessReason.of(body == null ? null : body.reason());
                    return RetryingTransactions.once(
                            () -> erasure.erase(clinicId, patientId, reason));
                });
    }

    @GET
    @Path("patients/{patientId}/erasure")
    @Recorded(value = AuditAction.ERASURE_READ, subject = "patientId")
    @AllowedTo({Role.RESPONSABLE, Role.SERVICIO})
    @Operation(
            summary = "How far the erasure of a patient is",
            description =
                    "By service, and when the broker has deleted what was published before:"
                            + " topics forget by time only.")
    @APIResponse(
            responseCode = "200",
            description = "Of the last one that was asked for",
            content = @Content(schema = @Schema(implementation = ErasureProgress.View.class)))
    @APIResponse(
            responseCode = "404",
            description = "UNKNOWN_CLINIC; UNKNOWN_PATIENT: nobody asked for this")
    public Response progress(String clinicId, String patientId) {
        return answer(clinicId, 200, () -> erasure.last(clinicId, patientId));
    }

    private Response answer(String clinicId, int status, Supplier<Optional<Erasure>> erased) {
        if (clinics.named(clinicId).isEmpty()) {
            return Problem.of(404, "UNKNOWN_CLINIC", null).response();
        }
        return erased.get()
                .map(each -> Response.status(status).entity(progress.of(each)).build())
                .orElseGet(() -> Problem.of(404, "UNKNOWN_PATIENT", null).response());
    }
}
