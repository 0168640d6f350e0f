package com.clinni.appointments.clinic;

import com.clinni.appointments.RetryingTransactions;
import com.clinni.platform.http.Problem;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Clinics over HTTP. */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
class ClinicResource {

    private final Clinics clinics;
    private final Event<ClinicSaved> saved;

    ClinicResource(Clinics clinics, Event<ClinicSaved> saved) {
        this.clinics = clinics;
        this.saved = saved;
    }

    @GET
    @Operation(summary = "A clinic's profile, rules and policy")
    @APIResponse(responseCode = "404", description = "UNKNOWN_CLINIC")
    public Response get(String clinicId) {
        return clinics.named(clinicId)
                .map(clinic -> Response.ok(ClinicBody.of(clinic)).build())
                .orElseGet(() -> Problem.of(404, "UNKNOWN_CLINIC", null).response());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a clinic or replace all its settings",
            description =
                    "Reminders that are not yet due are planned anew when the rules, the channel"
                        + " NONE, the zone or the quiet hours change; what was published stays.")
    @APIResponse(responseCode = "200", description = "Replaced")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "422", description = "A value that cannot be; code and field say")
    public Response put(String clinicId, ClinicBody body) {
        var fault = ClinicReading.fault(clinicId, body);
        if (fault.isPresent()) {
            return fault.get().problem().response();
        }
        var clinic = ClinicReading.clinic(clinicId, body);
        boolean isNew = RetryingTransactions.once(() -> clinics.save(clinic));
        saved.fire(new ClinicSaved(clinicId));
        return Response.status(isNew ? 201 : 200).entity(ClinicBody.of(clinic)).build();
    }
}
