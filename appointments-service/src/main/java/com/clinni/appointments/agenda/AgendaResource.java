package com.clinni.appointments.agenda;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A clinic's day, as its software exports it. */
@Path("/clinics/{clinicId}/appointments/import")
@Produces(MediaType.APPLICATION_JSON)
class AgendaResource {

    private final Clinics clinics;
    private final AgendaImport agendas;
    private final KeyedDigest digest;
    private final Clock clock;

    AgendaResource(Clinics clinics, AgendaImport agendas, KeyedDigest digest, Clock clock) {
        this.clinics = clinics;
        this.agendas = agendas;
        this.digest = digest;
        this.clock = clock;
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Book a day's agenda from a CSV file",
            description =
                    "Header row, ; or , between values, dd/mm/yyyy and HH:mm, UTF-8 or"
                            + " Windows-1252. Good lines are booked, broken ones reported by line,"
                            + " code and field. A second import moves what changed; absent lines"
                            + " cancel nothing.")
    @APIResponse(responseCode = "200", description = "What became of each line")
    @APIResponse(responseCode = "422", description = "No header row, or a column is missing")
    public Response read(String clinicId, byte[] file) {
        var clinic = clinics.named(clinicId);
        if (clinic.isEmpty()) {
            return Problem.of(404, "UNKNOWN_CLINIC", null).response();
        }
        var rows = CsvRows.of(AgendaText.of(file == null ? new byte[0] : file));
        if (rows.isEmpty() || !rows.getFirst().isReadable()) {
            return FieldFault.required("header").problem().response();
        }
        var header = AgendaHeader.of(rows.getFirst().values());
        var missing = header.missing();
        return missing.isPresent()
                ? Problem.of(422, "COLUMN_MISSING", missing.get().field()).response()
                : book(clinic.get(), header, rows.subList(1, rows.size()));
    }

    private Response book(Clinic clinic, AgendaHeader header, List<CsvRows.Row> rows) {
        var now = clock.instant();
        var ids = new AgendaIds(digest, clinic.clinicId());
        var reader = new AgendaLineReader(header, clinic, ids, now);
        var lines = rows.stream().map(reader::read).toList();
        return Response.ok(
                        RetryingTransactions.once(
                                () -> agendas.book(clinic.clinicId(), lines, now)))
                .build();
    }
}
