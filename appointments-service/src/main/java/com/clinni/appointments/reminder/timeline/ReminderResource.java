package com.clinni.appointments.reminder.timeline;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.appointments.reminder.timeline.Timeline.Filter;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A clinic's reminders, over HTTP. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class ReminderResource {

    private final Timeline timeline;
    private final Clinics clinics;

    ReminderResource(Timeline timeline, Clinics clinics) {
        this.timeline = timeline;
        this.clinics = clinics;
    }

    @GET
    @Path("reminders")
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO})
    @Recorded(AuditAction.REMINDERS_LISTED)
    @Operation(summary = "A clinic's reminders in the order they are due, 100 a page")
    public Response ofClinic(
            String clinicId,
            @QueryParam("state") String state,
            @Parameter(description = "Instant; due then or later") @QueryParam("from") String from,
            @Parameter(description = "Instant; due before") @QueryParam("to") String to,
            @Parameter(description = "From 0") @QueryParam("page") String page,
            @QueryParam("size") String size,
            @HeaderParam("Accept-Language") String languages) {
        return switch (FilterReading.of(state, from, to, page, size)) {
            case FilterReading.Invalid(var field) ->
                    Problem.of(400, FieldFault.INVALID, field).response();
            case FilterReading.Valid(var filter) ->
                    list(clinicId, filter, TimelineResource.isEnglish(languages));
        };
    }

    private Response list(String clinicId, Filter filter, boolean inEnglish) {
        return clinics.named(clinicId).isEmpty()
                ? Problem.of(404, "UNKNOWN_CLINIC", null).response()
                : Response.ok(timeline.ofClinic(clinicId, filter, inEnglish)).build();
    }
}
