package com.clinni.appointments.reminder.timeline;

import com.clinni.appointments.RetryingTransactions;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.Role;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * A patient's contact data in full, which lists and timelines mask. Every look at it has a reason.
 */
@Path("/clinics/{clinicId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ContactResource {

    private static final Sql CONTACT = Sql.named("timeline/contact");

    private final Database database;
    private final AccessLog log;

    ContactResource(Database database, AccessLog log) {
        this.database = database;
        this.log = log;
    }

    record UnmaskBody(@Nullable String reason) {}

    /** What the clinic wrote down; absent where there is none, or it has been deleted. */
    record Contact(@Nullable String firstName, @Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return "Contact[]";
        }
    }

    @POST
    @Path("appointments/{appointmentId}/unmask")
    @AllowedTo({Role.SOPORTE, Role.RESPONSABLE})
    @Recorded(value = AuditAction.CONTACT_UNMASKED, subject = "appointmentId")
    @Operation(summary = "A visit's patient as the clinic wrote name, number and address down")
    @APIResponse(
            responseCode = "200",
            description = "In full; the reason stands in the access log",
            content = @Content(schema = @Schema(implementation = Contact.class)))
    @APIResponse(responseCode = "404", description = "UNKNOWN_APPOINTMENT")
    @APIResponse(responseCode = "422", description = "REASON_REQUIRED")
    public Response unmask(String clinicId, String appointmentId, UnmaskBody body) {
        var reason = AccessReason.of(body.reason());
        return RetryingTransactions.once(() -> recorded(clinicId, appointmentId, reason))
                .map(
                        contact ->
                                Response.ok(contact)
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build())
                .orElseGet(() -> Problem.of(404, "UNKNOWN_APPOINTMENT", null).response());
    }

    private Optional<Contact> recorded(String clinicId, String appointmentId, String reason) {
        var found =
                database.first(
                        CONTACT,
                        Map.of("clinicId", clinicId, "appointmentId", appointmentId),
                        row ->
                                new Contact(
                                        row.text("first_name"),
                                        row.text("phone"),
                                        row.text("email")));
        if (found.isPresent()) {
            log.done(
                    AccessEntry.of(AuditAction.CONTACT_UNMASKED)
                            .at(clinicId)
                            .about(appointmentId)
                            .because(reason));
        }
        return found;
    }
}
