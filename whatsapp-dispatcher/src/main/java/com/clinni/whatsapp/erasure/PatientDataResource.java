package com.clinni.whatsapp.erasure;

import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.Role;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * All that stands here of a clinic's patient, table by table, for the export that
 * appointments-service makes.
 */
@Path("/clinics/{clinicId}/patients/{patientId}/data")
@Produces(MediaType.APPLICATION_JSON)
class PatientDataResource {

    private static final Map<String, Sql> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("message", Sql.named("patient-data/messages"));
        TABLES.put("contact", Sql.named("patient-data/contacts"));
        TABLES.put("lid", Sql.named("patient-data/hidden-numbers"));
        TABLES.put("inbound", Sql.named("patient-data/inbound"));
        TABLES.put("reply", Sql.named("patient-data/replies"));
        TABLES.put("opt_out", Sql.named("patient-data/opt-outs"));
    }

    private final Database database;

    PatientDataResource(Database database) {
        this.database = database;
    }

    /** A row as the table has it; bytes of a record as the text that they are. */
    record Row(@JsonRawValue String columns) {

        @Override
        public String toString() {
            return "Row[…]";
        }
    }

    /** A table's rows about the patient. */
    record Table(String table, List<Row> rows) {}

    @GET
    @AllowedTo(
            value = {Role.RESPONSABLE, Role.SERVICIO},
            acceptsNewClinic = true)
    @Recorded(value = AuditAction.PATIENT_EXPORTED, subject = "patientId")
    @Operation(summary = "All that stands here of a patient")
    @APIResponse(responseCode = "200", description = "By table; empty where nothing does")
    public Response data(
            @PathParam("clinicId") String clinicId, @PathParam("patientId") String patientId) {
        var values = new HashMap<String, Object>();
        values.put("clinicId", clinicId);
        values.put("patientId", patientId);
        var tables =
                TABLES.entrySet().stream()
                        .map(each -> new Table(each.getKey(), rows(each.getValue(), values)))
                        .toList();
        return Response.ok(tables).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private List<Row> rows(Sql sql, Map<String, ?> values) {
        return database.query(sql, values, row -> new Row(row.text("columns")));
    }
}
