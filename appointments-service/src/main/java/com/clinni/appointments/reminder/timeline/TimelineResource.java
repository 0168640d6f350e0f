package com.clinni.appointments.reminder.timeline;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SERVICIO;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.appointments.VisitId;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The timeline of a visit's reminders, over HTTP. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class TimelineResource {

    private final Timeline timeline;

    TimelineResource(Timeline timeline) {
        this.timeline = timeline;
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO, SERVICIO})
    @Recorded(value = AuditAction.TIMELINE_READ, subject = "appointmentId")
    @Path("appointments/{appointmentId}/reminders")
    @Operation(
            summary = "The timeline of a visit's reminders, withdrawn ones included",
            description = "States are codes; their words follow Accept-Language (es, en).")
    public Response ofAppointment(
            String clinicId,
            String appointmentId,
            @HeaderParam("Accept-Language") String languages) {
        var visit = new VisitId(clinicId, appointmentId);
        if (!timeline.knows(visit)) {
            return Problem.of(404, "UNKNOWN_APPOINTMENT", null).response();
        }
        return Response.ok(timeline.ofAppointment(visit, isEnglish(languages))).build();
    }

    /** Spanish unless the first language asked for is English. */
    static boolean isEnglish(String languages) {
        return languages != null && languages.strip().toLowerCase(Locale.ROOT).startsWith("en");
    }
}
