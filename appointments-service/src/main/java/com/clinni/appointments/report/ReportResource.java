package com.clinni.appointments.report;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SERVICIO;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A clinic's month, over HTTP. */
@Path("/clinics/{clinicId}")
@Produces({MediaType.APPLICATION_JSON, ReportResource.CSV})
class ReportResource {

    static final String CSV = "text/csv";

    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV)).build();
    private static final int FIRST_YEAR = 1970;

    private final Clinics clinics;
    private final MonthCounts counts;
    private final OutageReader outages;
    private final PriceList prices;
    private final Clock clock;

    ReportResource(
            Clinics clinics,
            MonthCounts counts,
            OutageReader outages,
            PriceList prices,
            Clock clock) {
        this.clinics = clinics;
        this.counts = counts;
        this.outages = outages;
        this.prices = prices;
        this.clock = clock;
    }

    @GET
    @Path("report")
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO, SERVICIO})
    @NotRecorded(because = "numbers of a month, and nothing of one patient")
    @Operation(
            summary =
                    "A month's reminders by channel and state, the outages they met, and what they"
                            + " cost by estimate",
            description =
                    "A reminder belongs to the month in which it was due on the clinic's clock."
                            + " Accept: text/csv has one part of it as a table.")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content = @Content(schema = @Schema(implementation = MonthReport.class)))
    @APIResponse(responseCode = "400", description = "INVALID month or part")
    @APIResponse(responseCode = "404", description = "UNKNOWN_CLINIC")
    public Response ofMonth(
            String clinicId,
            @Parameter(description = "yyyy-mm; the current one unless said") @QueryParam("month")
                    String month,
            @Parameter(description = "lines (unless said) or outages: the table of text/csv")
                    @QueryParam("part")
                    String part,
            @HeaderParam("Accept-Language") String languages,
            @Context Request request) {
        var clinic = clinics.named(clinicId);
        if (clinic.isEmpty()) {
            return Problem.of(404, "UNKNOWN_CLINIC", null).response();
        }
        var read = monthOf(month, clinic.get());
        if (read.isEmpty()) {
            return Problem.of(400, FieldFault.INVALID, "month").response();
        }
        var table = tableOf(part);
        if (table.isEmpty()) {
            return Problem.of(400, FieldFault.INVALID, "part").response();
        }
        var report = report(clinic.get(), read.get(), isEnglish(languages));
        var form = request.selectVariant(FORMS);
        return form != null && form.getMediaType().isCompatible(MediaType.valueOf(CSV))
                ? table(report, table.get())
                : Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private MonthReport report(Clinic clinic, YearMonth month, boolean inEnglish) {
        var now = clock.instant();
        return MonthReport.of(
                clinic,
                month,
                counts.of(clinic, month),
                outages.of(clinic, month, now),
                prices,
                inEnglish,
                now);
    }

    private static Optional<ReportCsv> tableOf(String part) {
        return switch (part == null ? "" : part) {
            case "", "lines" -> Optional.of(ReportCsv.LINES);
            case "outages" -> Optional.of(ReportCsv.OUTAGES);
            default -> Optional.empty();
        };
    }

    private static Response table(MonthReport report, ReportCsv part) {
        var kind = part == ReportCsv.LINES ? "report" : "outages";
        var name = "%s-%s-%s.csv".formatted(kind, report.clinicId(), report.month());
        return Response.ok(part.of(report), MediaType.valueOf(CSV).withCharset("utf-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(name))
                .build();
    }

    private Optional<YearMonth> monthOf(String written, Clinic clinic) {
        if (written == null || written.isEmpty()) {
            return Optional.of(YearMonth.from(clock.instant().atZone(clinic.zone())));
        }
        try {
            return Optional.of(written)
                    .filter(text -> text.matches("[0-9]{4}-[0-9]{2}"))
                    .map(YearMonth::parse)
                    .filter(month -> month.getYear() >= FIRST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Spanish unless the first language asked for is English, as on the timeline. */
    private static boolean isEnglish(String languages) {
        return languages != null && languages.strip().toLowerCase(Locale.ROOT).startsWith("en");
    }
}
