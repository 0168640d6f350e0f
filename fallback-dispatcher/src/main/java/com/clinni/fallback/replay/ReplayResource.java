package com.clinni.fallback.replay;

import com.clinni.events.DeliveryState;
import com.clinni.fallback.replay.ReplayPlan.Item;
import com.clinni.platform.http.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sending dead letters again. */
@Path("/replays")
class ReplayResource {

    private static final String KEY = "[\\x21-\\x7E]{1,200}";

    private final ReplayJob job;
    private final Replays replays;

    ReplayResource(ReplayJob job, Replays replays) {
        this.job = job;
        this.replays = replays;
    }

    /** One verdict, and why if it is not replayed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictView(UUID id, Verdict verdict, @Nullable String why) {

        static VerdictView of(Item item) {
            return new VerdictView(item.id(), item.verdict(), item.verdict().why());
        }
    }

    /** The answer; a dry run has no id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Nullable UUID replayId,
            boolean dryRun,
            List<VerdictView> verdicts,
            Map<Verdict, Long> counts) {

        static Answer of(@Nullable UUID id, ReplayPlan plan) {
            return new Answer(
                    id,
                    id == null,
                    plan.items().stream().map(VerdictView::of).toList(),
                    plan.counts());
        }
    }

    /** An item and where its dead letter, or what came back of it, stands. */
    record ItemView(UUID id, Verdict verdict, DeliveryState state) {}

    record ReplayView(
            UUID replayId,
            Instant askedAt,
            String who,
            String reason,
            boolean mayDuplicate,
            Map<Verdict, Long> counts,
            List<ItemView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replay(
            @HeaderParam("Idempotency-Key") @Nullable String key, ReplayRequest body) {
        if (key != null && !key.matches(KEY)) {
            throw Problem.of(400, "INVALID", "Idempotency-Key", "A key is one plain word.");
        }
        var request = body.checked();
        if (request.dryRun()) {
            var plan = QuarkusTransaction.requiringNew().call(() -> job.plan(request));
            return Response.accepted(Answer.of(null, plan)).build();
        }
        var id = QuarkusTransaction.requiringNew().timeout(60).call(() -> job.run(request, key));
        var plan = QuarkusTransaction.requiringNew().call(() -> planOf(id));
        return Response.accepted(Answer.of(id, plan)).build();
    }

    @GET
    @Path("/{id}")
    public ReplayView one(@PathParam("id") UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> view(id));
    }

    private ReplayPlan planOf(UUID id) {
        return new ReplayPlan(replays.outcomes(id).stream().map(Replays.Outcome::item).toList());
    }

    private ReplayView view(UUID id) {
        var replay =
                replays.byId(id)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                404,
                                                "NOT_FOUND",
                                                null,
                                                "There is no such replay."));
        var outcomes = replays.outcomes(id);
        return new ReplayView(
                id,
                replay.askedAt(),
                replay.who(),
                replay.reason(),
                replay.mayDuplicate(),
                new ReplayPlan(outcomes.stream().map(Replays.Outcome::item).toList()).counts(),
                outcomes.stream()
                        .map(o -> new ItemView(o.item().id(), o.item().verdict(), o.state()))
                        .toList());
    }
}
