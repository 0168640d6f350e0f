package com.clinni.appointments.agenda;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SERVICIO;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.agenda.fault.AgendaFault;
import com.clinni.appointments.agenda.importing.AgendaImport;
import com.clinni.appointments.agenda.importing.ImportReport;
import com.clinni.appointments.agenda.importing.ImportTurns;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A clinic's day, as its software exports it. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class AgendaResource {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type that browsers on Windows give a CSV file. */
    private static final String EXCEL = "application/vnd.ms-excel";

    private static final int UNAVAILABLE = 503;
    private static final int RETRY_AFTER_SECONDS = 10;
    private static final String OTHERS_ARE_READ =
            "Se están leyendo otros ficheros. Inténtelo de nuevo en unos segundos."
                    + " · Other files are being read. Try again in a few seconds.";

    private final Clinics clinics;
    private final AgendaImport agendas;
    private final ImportTurns turns;
    private final Clock clock;

    AgendaResource(Clinics clinics, AgendaImport agendas, ImportTurns turns, Clock clock) {
        this.clinics = clinics;
        this.agendas = agendas;
        this.turns = turns;
        this.clock = clock;
    }

    @POST
    @Path("appointments/import")
    @AllowedTo({RESPONSABLE, CENTRO, SERVICIO})
    @Recorded(AuditAction.AGENDA_IMPORTED)
    @Consumes({
        "text/csv",
        "text/plain",
        "text/tab-separated-values",
        EXCEL,
        XLSX,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @Operation(
            summary = "Book a day's agenda from a CSV or Excel file",
            description =
                    "Good lines are booked, moved, changed or cancelled, others named by line,"
                        + " code, field and words. A second import changes what changed; absent"
                        + " lines cancel nothing. With dryRun=true it answers the same and stores"
                        + " nothing. At most 5,000 lines and 500 characters a cell.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "422",
            description = "No header row, a column is missing or twice there, too many lines")
    @APIResponse(responseCode = "413", description = "TOO_LARGE: more than 5 MB")
    @APIResponse(
            responseCode = "503",
            description = "BUSY: other files are being read; come back after Retry-After")
    public Response read(
            String clinicId, @QueryParam("dryRun") @Nullable String dryRun, byte[] file) {
        return answer(clinicId, dryRun, file);
    }

    @POST
    @Path("appointments/import")
    @AllowedTo({RESPONSABLE, CENTRO, SERVICIO})
    @Recorded(AuditAction.AGENDA_IMPORTED)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "The same from a form, whose field is called file")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response upload(
            String clinicId,
            @QueryParam("dryRun") @Nullable String dryRun,
            @RestForm("file") @Nullable FileUpload file) {
        if (file == null) {
            throw AgendaFault.FILE_UNREADABLE.problem("file");
        }
        try {
            return answer(clinicId, dryRun, Files.readAllBytes(file.uploadedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("an upload cannot be read", e);
        }
    }

    private Response answer(String clinicId, @Nullable String dryRun, byte @Nullable [] file) {
        var clinic = clinics.named(clinicId);
        if (clinic.isEmpty()) {
            return Problem.of(404, "UNKNOWN_CLINIC", null).response();
        }
        var bytes = file == null ? new byte[0] : file;
        var isDryRun = isDryRun(dryRun);
        return turns.take(() -> agendas.of(bytes, clinic.get(), isDryRun, clock.instant()))
                .map(report -> Response.ok(report).build())
                .orElseGet(AgendaResource::comeBack);
    }

    private static Response comeBack() {
        return Response.fromResponse(
                        Problem.of(UNAVAILABLE, "BUSY", null, OTHERS_ARE_READ).response())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    /** A word that is neither is refused: somebody wanted to try and would have booked. */
    private static boolean isDryRun(@Nullable String written) {
        return switch (written == null ? "false" : written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.of(400, FieldFault.INVALID, "dryRun");
        };
    }
}
