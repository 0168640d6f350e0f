package com.clinni.fallback.forecast;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.fallback.problem.ClinicId;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Forecasts over HTTP: the SMS credit that a clinic's day was expected to need. */
@Path("/clinics/{clinicId}/forecast")
@Produces(MediaType.APPLICATION_JSON)
class ForecastResource {

    private final Forecasts forecasts;

    ForecastResource(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO})
    @NotRecorded(because = "numbers of a day, and nothing of one patient")
    @Operation(
            summary = "A day's reminders, expected fall-backs and segments, and the credit left",
            description =
                    "Made the evening before, from seven on by the clinic's clock; creditLeft and"
                            + " suffices are as things stand now.")
    @APIResponse(responseCode = "200", description = "The forecast")
    @APIResponse(responseCode = "400", description = "INVALID day or clinicId")
    @APIResponse(responseCode = "404", description = "NO_FORECAST: none was made of it, or yet")
    public Forecast ofDay(
            @PathParam("clinicId") String clinicId,
            @Parameter(description = "yyyy-mm-dd; the last one that was made unless said")
                    @QueryParam("day")
                    @Nullable String day) {
        var clinic = ClinicId.of(clinicId);
        var read = dayOf(day);
        return QuarkusTransaction.requiringNew()
                .call(() -> forecasts.of(clinic, read))
                .orElseThrow(
                        () -> Problem.of(404, "NO_FORECAST", null, "There is no forecast of it."));
    }

    private static @Nullable LocalDate dayOf(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            if (written.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(written);
            }
        } catch (DateTimeException e) {
            // no such day
        }
        throw Problem.of(400, "INVALID", "day", "A day is written yyyy-mm-dd.");
    }
}
