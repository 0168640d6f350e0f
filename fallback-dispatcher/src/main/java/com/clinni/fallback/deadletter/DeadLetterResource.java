package com.clinni.fallback.deadletter;

import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.events.audit.AuditAction;
import com.clinni.fallback.deadletter.DeadLetterLinks.Links;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters over HTTP: messages and records that could not be delivered. */
@Path("/dead-letters")
class DeadLetterResource {

    private final DeadLetterList letters;
    private final DeadLetterCauses causes;
    private final DeadLetterLinks links;
    private final DeadLetterContacts contacts;
    private final AccessLog log;
    private final Discards discards;
    private final Clock clock;

    DeadLetterResource(
            DeadLetterList letters,
            DeadLetterCauses causes,
            DeadLetterLinks links,
            DeadLetterContacts contacts,
            AccessLog log,
            Discards discards,
            Clock clock) {
        this.letters = letters;
        this.links = links;
        this.contacts = contacts;
        this.log = log;
        this.causes = causes;
        this.discards = discards;
        this.clock = clock;
    }

    record Listing(int page, long total, List<DeadLetterView> items) {}

    record DiscardRequest(@Nullable String reason) {}

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE})
    @Recorded(AuditAction.DEAD_LETTERS_LISTED)
    public Listing list(@BeanParam DeadLetterFilter filter) {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var found = letters.find(filter, now);
                            return new Listing(
                                    filter.page().number(),
                                    found.total(),
                                    views(found.letters(), now));
                        });
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE})
    @NotRecorded(because = "numbers by cause, and nothing of one patient")
    @Path("/causes")
    public List<DeadLetterCauses.Count> causes() {
        return QuarkusTransaction.requiringNew().call(() -> causes.counts(clock.instant()));
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE})
    @Recorded(value = AuditAction.DEAD_LETTER_READ, subject = "id")
    @Path("/{id}")
    public DeadLetterView one(@PathParam("id") UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var view = view(id);
                            log.done(
                                    AccessEntry.of(AuditAction.DEAD_LETTER_READ)
                                            .at(view.clinicId())
                                            .about(id.toString()));
                            return view;
                        });
    }

    @POST
    @AllowedTo({SOPORTE, RESPONSABLE})
    @Recorded(value = AuditAction.DEAD_LETTER_DISCARDED, subject = "id")
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    public DeadLetterView discard(@PathParam("id") UUID id, DiscardRequest request) {
        var reason = AccessReason.of(request.reason());
        QuarkusTransaction.requiringNew().run(() -> discards.discard(id, reason));
        return QuarkusTransaction.requiringNew().call(() -> view(id));
    }

    private DeadLetterView view(UUID id) {
        var letter = letters.findById(id);
        if (letter == null || letter.diedOf == null) {
            throw Problem.of(404, "NOT_FOUND", null, "There is no such dead letter.");
        }
        return views(List.of(letter), clock.instant()).getFirst();
    }

    private List<DeadLetterView> views(List<DeadLetter> shown, Instant now) {
        var ids = shown.stream().map(letter -> letter.id).toList();
        var linked = links.of(ids);
        var recipients = contacts.of(ids);
        return shown.stream()
                .map(
                        letter ->
                                DeadLetterView.of(
                                        letter,
                                        recipients.get(letter.id),
                                        linked.getOrDefault(letter.id, Links.none(letter.id)),
                                        now))
                .toList();
    }
}
