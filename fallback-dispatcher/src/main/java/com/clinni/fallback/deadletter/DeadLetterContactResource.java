package com.clinni.fallback.deadletter;

import com.clinni.events.Recipient;
import com.clinni.events.audit.AuditAction;
import com.clinni.events.contact.EmailAddress;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.Role;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A dead letter's recipient in full, whom lists mask. Every look at it has a reason. */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
class DeadLetterContactResource {

    private final DeadLetterList letters;
    private final DeadLetterContacts contacts;
    private final AccessLog log;

    DeadLetterContactResource(DeadLetterList letters, DeadLetterContacts contacts, AccessLog log) {
        this.letters = letters;
        this.contacts = contacts;
        this.log = log;
    }

    record UnmaskRequest(@Nullable String reason) {}

    /** Absent where the message has none, nobody can read it, or it has been deleted. */
    record FullContact(
            @Nullable String patientId, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {

        static FullContact of(@Nullable Recipient recipient) {
            return recipient == null
                    ? new FullContact(null, null, null)
                    : new FullContact(recipient.patientId(), recipient.phone(), recipient.email());
        }
    }

    @POST
    @Path("{id}/unmask")
    @AllowedTo({Role.SOPORTE, Role.RESPONSABLE})
    @Recorded(value = AuditAction.CONTACT_UNMASKED, subject = "id")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "To whom a dead letter was to go, in full")
    @APIResponse(
            responseCode = "200",
            description = "In full; the reason stands in the access log",
            content = @Content(schema = @Schema(implementation = FullContact.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "REASON_REQUIRED")
    public Response unmask(@PathParam("id") UUID id, UnmaskRequest request) {
        var reason = AccessReason.of(request.reason());
        return Response.ok(QuarkusTransaction.requiringNew().call(() -> recorded(id, reason)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private FullContact recorded(UUID id, String reason) {
        var letter = letters.findById(id);
        if (letter == null || letter.diedOf == null) {
            throw Problem.of(404, "NOT_FOUND", null, "There is no such dead letter.");
        }
        log.done(
                AccessEntry.of(AuditAction.CONTACT_UNMASKED)
                        .at(letter.clinicId)
                        .about(id.toString())
                        .because(reason));
        return FullContact.of(contacts.of(List.of(id)).get(id));
    }
}
