package com.clinni.appointments.appointment.booking;

import static com.clinni.platform.access.Role.SERVICIO;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.appointment.PatientPhones;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.events.audit.AuditAction;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Telling other services whether a number is that of a clinic's patient. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class VisitLookUpResource {

    private static final String E164 = "\\+[1-9]\\d{7,14}";

    private final Clinics clinics;
    private final PatientPhones phones;

    VisitLookUpResource(Clinics clinics, PatientPhones phones) {
        this.clinics = clinics;
        this.phones = phones;
    }

    /** The number that is asked about, in the body, because addresses get logged. */
    record Question(@Schema(description = "E.164") @Nullable String phone) {

        @Override
        public String toString() {
            return "Question[]";
        }
    }

    /** Whether the clinic has, or had, a visit of it. */
    record Found(boolean hasVisit) {}

    @POST
    @Path("visits/look-up")
    @AllowedTo(SERVICIO)
    @Recorded(AuditAction.VISIT_LOOKED_UP)
    @Operation(summary = "Whether the clinic has, or had, a visit of a number")
    @APIResponse(
            responseCode = "200",
            description = "Told",
            content = @Content(schema = @Schema(implementation = Found.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_CLINIC")
    @APIResponse(responseCode = "422", description = "The number is missing, or not E.164")
    public Response lookUp(String clinicId, Question asked) {
        var phone = asked.phone();
        if (phone == null) {
            return FieldFault.required("phone").problem().response();
        }
        if (!phone.matches(E164)) {
            return FieldFault.invalid("phone").problem().response();
        }
        if (clinics.named(clinicId).isEmpty()) {
            return Problem.of(404, "UNKNOWN_CLINIC", null).response();
        }
        return Response.ok(new Found(phones.contain(clinicId, new PhoneNumber(phone)))).build();
    }
}
