package com.clinni.fallback.replay;

import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.audit.Audit;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.replay.ReplayRequest.Checked;
import com.clinni.platform.http.Problem;
import com.clinni.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters back where they died. One transaction: the rows that need attention become
 * replayed by compare-and-set, and exactly those go into the outbox. Runs in the caller's.
 */
@ApplicationScoped
class ReplayJob {

    private final Replays replays;
    private final Messages messages;
    private final Outbox outbox;
    private final SmsCredit credit;
    private final Audit audit;
    private final Clock clock;

    ReplayJob(
            Replays replays,
            Messages messages,
            Outbox outbox,
            SmsCredit credit,
            Audit audit,
            Clock clock) {
        this.replays = replays;
        this.messages = messages;
        this.outbox = outbox;
        this.credit = credit;
        this.audit = audit;
        this.clock = clock;
    }

    /** What would happen now. Changes nothing. */
    ReplayPlan plan(Checked request) {
        return ReplayPlan.of(
                request.ids(),
                replays.candidates(request.ids()),
                request.mayDuplicate(),
                clock.instant());
    }

    /**
     * Does it, or finds that it was done: the same key with the same request is the same replay.
     */
    UUID run(Checked request, @Nullable String key) {
        var id = UUID.randomUUID();
        if (!replays.begin(id, key, request, clock.instant())) {
            return sameReplay(request, Objects.requireNonNull(key, "only a key is used twice"));
        }
        var candidates = replays.lockCandidates(request.ids());
        var plan =
                ReplayPlan.of(request.ids(), candidates, request.mayDuplicate(), clock.instant());
        var replayed = messages.close(plan.replayed(), DeliveryState.REPLAYED);
        outbox.add(
                candidates.stream()
                        .filter(candidate -> replayed.contains(candidate.id()))
                        .map(ReplayJob::again)
                        .toList());
        credit.spendAll(replayed, "DOUBT_CLOSED");
        replays.addItems(id, plan.items());
        audit.record("REPLAY", id.toString(), request.reason(), "counts=" + plan.counts());
        return id;
    }

    private UUID sameReplay(Checked request, String key) {
        var earlier = replays.byKey(key);
        if (!earlier.hash().equals(request.hash())) {
            throw Problem.of(
                    422,
                    "IDEMPOTENCY_KEY_REUSED",
                    "Idempotency-Key",
                    "This key was used for another replay.");
        }
        return earlier.id();
    }

    private static Publication again(ReplayCandidate candidate) {
        var origin = candidate.origin();
        return DeadLetters.replay(
                origin.topic(),
                origin.key() == null ? null : new String(origin.key(), StandardCharsets.UTF_8),
                StoredHeaders.unpack(origin.headers()),
                origin.value(),
                origin.generation() + 1);
    }
}
