package com.clinni.appointments.erasure;

import com.clinni.appointments.clinic.Clinics;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.Role;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.database.Database;
import com.clinni.platform.erasure.PatientTables;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Exporting a clinic's patient over HTTP: all that stands anywhere, with where it came from. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class ExportResource {

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}";

    private final Clinics clinics;
    private final Database database;
    private final PatientTables tables;
    private final OtherServices others;
    private final Clock clock;

    ExportResource(
            Clinics clinics,
            Database database,
            PatientTables tables,
            OtherServices others,
            Clock clock) {
        this.clinics = clinics;
        this.database = database;
        this.tables = tables;
        this.others = others;
        this.clock = clock;
    }

    /**
     * A patient's data.
     *
     * @param services by service, its tables with their rows
     * @param topics what Kafka holds besides: the same data on its way, for so long
     */
    record Export(
            Instant exportedAt,
            String clinicId,
            String patientId,
            Map<String, Object> services,
            String topics) {

        @Override
        public String toString() {
            return "Export[" + clinicId + "]";
        }
    }

    @GET
    @Path("patients/{patientId}/export")
    @AllowedTo({Role.RESPONSABLE, Role.SERVICIO})
    @Recorded(value = AuditAction.PATIENT_EXPORTED, subject = "patientId")
    @Operation(
            summary = "All that stands of a patient anywhere",
            description =
                    "By service and table. Where a service does not answer nothing is exported.")
    @APIResponse(responseCode = "200", description = "The data; not to be kept by anybody between")
    @APIResponse(responseCode = "404", description = "UNKNOWN_CLINIC, UNKNOWN_PATIENT")
    @APIResponse(
            responseCode = "503",
            description = "SERVICE_UNAVAILABLE: the field names the service that does not answer")
    public Response export(String clinicId, String patientId) {
        if (clinics.named(clinicId).isEmpty()) {
            return Problem.of(404, "UNKNOWN_CLINIC", null).response();
        }
        if (!patientId.matches(ID)) {
            return Problem.of(404, "UNKNOWN_PATIENT", null).response();
        }
        var services = new LinkedHashMap<String, Object>();
        var here = tables.read(database, clinicId, patientId);
        services.put("appointments-service", here);
        var elsewhere = others.data(clinicId, patientId);
        services.putAll(elsewhere);
        if (here.stream().allMatch(each -> each.rows().isEmpty())
                && elsewhere.values().stream()
                        .allMatch(
                                each ->
                                        each.findValues("rows").stream()
                                                .allMatch(r -> r.isEmpty()))) {
            return Problem.of(404, "UNKNOWN_PATIENT", null).response();
        }
        return Response.ok(
                        new Export(
                                clock.instant(),
                                clinicId,
                                patientId,
                                services,
                                "The same data on its way: events for 7 days, dead letters for"
                                        + " 30."))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
