package com.clinni.platform.erasure;

import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.Role;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.database.Database;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * A patient's data over HTTP, for the export that appointments-service makes of all services' and
 * therefore has no such part of its own.
 */
@Path("/clinics/{clinicId}/patients/{patientId}/data")
@Produces(MediaType.APPLICATION_JSON)
@IfBuildProperty(name = "erasure.by-order", stringValue = "true", enableIfMissing = true)
class PatientDataResource {

    private final Database database;
    private final PatientTables tables;

    PatientDataResource(Database database, PatientTables tables) {
        this.database = database;
        this.tables = tables;
    }

    @GET
    @AllowedTo(
            value = {Role.RESPONSABLE, Role.SERVICIO},
            acceptsNewClinic = true)
    @Recorded(value = AuditAction.PATIENT_EXPORTED, subject = "patientId")
    @Operation(summary = "All that stands here of a patient")
    @APIResponse(responseCode = "200", description = "By table; empty where nothing does")
    public Response data(
            @PathParam("clinicId") String clinicId, @PathParam("patientId") String patientId) {
        return Response.ok(tables.read(database, clinicId, patientId))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
