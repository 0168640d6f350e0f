package com.clinni.fallback.replay;

import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Sending dead letters again. */
@Path("/replays")
class ReplayResource {

    private static final String KEY = "[\\x21-\\x7E]{1,200}";
    private static final String POSITION = "\\d{1,9}";
    private static final int PAGE = 200;

    /** More letters than that, or whatever a filter finds, Responsable alone sends again. */
    private static final int MOST_OF_SUPPORT = 100;

    private static final int LONGEST_SECONDS = 60;

    private final ReplayJob job;
    private final DryRun dryRun;
    private final Replays replays;

    ReplayResource(ReplayJob job, DryRun dryRun, Replays replays) {
        this.job = job;
        this.dryRun = dryRun;
        this.replays = replays;
    }

    @POST
    @AllowedTo({SOPORTE, RESPONSABLE})
    @Recorded(AuditAction.REPLAY_STARTED)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sends dead letters again, or says what would become of each",
            description =
                    "Up to 5,000 ids are served at once; what a filter finds is frozen and served"
                            + " in the background. An answer lists the verdicts of the first 5,000"
                            + " letters and counts all.")
    @APIResponse(
            responseCode = "200",
            description = "A dry run: nothing has changed",
            content = @Content(schema = @Schema(implementation = ReplayAnswer.class)))
    @APIResponse(
            responseCode = "403",
            description = "More than 100 letters, or a filter, and the caller is not Responsable")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = ReplayAnswer.class)))
    public Response replay(
            @HeaderParam("Idempotency-Key") @Nullable String key, ReplayRequest body) {
        if (key != null && !key.matches(KEY)) {
            throw Problem.of(400, "INVALID", "Idempotency-Key", "A key is one plain word.");
        }
        var request = body.checked();
        if (request.dryRun()) {
            var foreseen = dryRun.of(request);
            return Response.ok(
                            ReplayAnswer.of(
                                    null, foreseen.total(), foreseen.first(), foreseen.counts()))
                    .build();
        }
        if (request.filter() != null || request.ids().size() > MOST_OF_SUPPORT) {
            CurrentCaller.require(RESPONSABLE, request.filter() == null ? "ids" : "filter");
        }
        var id =
                QuarkusTransaction.requiringNew()
                        .timeout(LONGEST_SECONDS)
                        .call(() -> job.accept(request, key));
        return Response.accepted(QuarkusTransaction.requiringNew().call(() -> accepted(id)))
                .build();
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE})
    @Recorded(value = AuditAction.REPLAY_READ, subject = "id")
    @Path("/{id}")
    @Operation(
            summary = "A replay, and what became of each of its letters",
            description =
                    "200 items a page; the next one begins after the position that next names.")
    public ReplayView one(@PathParam("id") UUID id, @QueryParam("after") @Nullable String written) {
        var after = position(written);
        return QuarkusTransaction.requiringNew().call(() -> view(id, after));
    }

    private ReplayAnswer accepted(UUID id) {
        var tallies = replays.tallies(id);
        return ReplayAnswer.of(
                id,
                tallies.stream().mapToLong(Replays.Tally::items).sum(),
                replays.verdicts(id, ReplayRequest.MOST),
                ReplayView.counts(tallies));
    }

    private ReplayView view(UUID id, int after) {
        var replay =
                replays.byId(id)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                404,
                                                "NOT_FOUND",
                                                null,
                                                "There is no such replay."));
        return ReplayView.of(replay, replays.tallies(id), replays.items(id, after, PAGE + 1), PAGE);
    }

    private static int position(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return 0;
        }
        if (!written.matches(POSITION)) {
            throw Problem.of(400, "INVALID", "after", "It is the next of the page before.");
        }
        return Integer.parseInt(written);
    }
}
