package com.clinni.appointments.appointment.booking;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SERVICIO;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.appointment.PatientCheck;
import com.clinni.appointments.appointment.booking.BookingResult.Done;
import com.clinni.appointments.appointment.booking.BookingResult.NotDone;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Booking over HTTP. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class BookingResource {

    private static final int LONGEST_KEY = 200;

    private final BookingHandler desk;
    private final IdempotentBooking idempotently;

    BookingResource(BookingHandler desk, IdempotentBooking idempotently) {
        this.desk = desk;
        this.idempotently = idempotently;
    }

    @POST
    @Path("appointments")
    @AllowedTo({RESPONSABLE, CENTRO, SERVICIO})
    @Recorded(AuditAction.VISIT_BOOKED)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Book a visit and plan its reminders",
            description =
                    "With an Idempotency-Key the same request has the same answer; with an"
                        + " appointmentId that is known the same booking is 200, another one 409.")
    @APIResponse(responseCode = "201", description = "Booked")
    @APIResponse(responseCode = "200", description = "Already booked just so")
    @APIResponse(responseCode = "409", description = "The id stands for another booking")
    @APIResponse(responseCode = "422", description = "A value that cannot be; code and field say")
    public Response book(
            String clinicId, @HeaderParam("Idempotency-Key") String key, BookingBody body) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            return Problem.of(400, FieldFault.INVALID, "Idempotency-Key").response();
        }
        var fault = body.fault();
        if (fault.isPresent()) {
            return fault.get().problem().response();
        }
        var result =
                RetryingTransactions.once(
                        () ->
                                key == null
                                        ? desk.book(clinicId, body)
                                        : idempotently.book(clinicId, key, body));
        // they name words of the patient's, so no answer that is kept has them
        return answer(
                clinicId, result.warning(PatientCheck.nameWarnings(body.patient().patient())));
    }

    static Response answer(String clinicId, BookingResult result) {
        return switch (result) {
            case NotDone(var problem) -> problem.response();
            case Done(var isNew, var answer) when isNew ->
                    Response.created(location(clinicId, answer.appointmentId()))
                            .entity(answer)
                            .build();
            case Done(var ignored, var answer) -> Response.ok(answer).build();
        };
    }

    private static URI location(String clinicId, String appointmentId) {
        return URI.create("/clinics/" + clinicId + "/appointments/" + appointmentId);
    }
}
