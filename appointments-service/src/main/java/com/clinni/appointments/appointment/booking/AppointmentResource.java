package com.clinni.appointments.appointment.booking;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SERVICIO;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.ChangeOutcome.Refused;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Moving and cancelling over HTTP. Its class stands at the clinic's address, as others do: the
 * router asks the class with the shortest one last, and only that one may say that a method is not
 * allowed.
 */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class AppointmentResource {

    private final BookingHandler desk;

    AppointmentResource(BookingHandler desk) {
        this.desk = desk;
    }

    /** Another start. */
    record MoveBody(String startsAt) {}

    @PUT
    @AllowedTo({RESPONSABLE, CENTRO, SERVICIO})
    @Recorded(value = AuditAction.VISIT_MOVED, subject = "appointmentId")
    @Path("appointments/{appointmentId}/start")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Move a visit: old reminders are withdrawn, new ones planned")
    @APIResponse(responseCode = "200", description = "Moved, or already there")
    public Response move(String clinicId, String appointmentId, MoveBody body) {
        if (body.startsAt() == null) {
            return FieldFault.required("startsAt").problem().response();
        }
        var visit = new VisitId(clinicId, appointmentId);
        return BookingResource.answer(
                clinicId, RetryingTransactions.once(() -> desk.move(visit, body.startsAt())));
    }

    @DELETE
    @AllowedTo({RESPONSABLE, CENTRO, SERVICIO})
    @Recorded(value = AuditAction.VISIT_CANCELLED, subject = "appointmentId")
    @Path("appointments/{appointmentId}")
    @Operation(summary = "Cancel a visit: its reminders are withdrawn")
    @APIResponse(responseCode = "204", description = "Cancelled, now or before")
    public Response cancel(String clinicId, String appointmentId) {
        var visit = new VisitId(clinicId, appointmentId);
        return RetryingTransactions.once(() -> desk.cancel(visit)) instanceof Refused(var why)
                ? BookingHandler.problem(why).response()
                : Response.noContent().build();
    }
}
