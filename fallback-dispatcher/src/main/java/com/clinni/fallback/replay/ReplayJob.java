package com.clinni.fallback.replay;

import com.clinni.events.DeliveryState;
import com.clinni.events.audit.AuditAction;
import com.clinni.fallback.credit.CreditEstimate;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.replay.ReplayRequest.Checked;
import com.clinni.fallback.replay.ReplayRequest.Terms;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.http.Problem;
import com.clinni.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters back where they died. Accepting a replay freezes its list; page after page of
 * it is then decided and sent in one transaction each: the rows that need attention become replayed
 * by compare-and-set, and exactly those go into the outbox. Runs in the caller's transaction.
 */
@ApplicationScoped
class ReplayJob {

    /** How many letters one transaction decides about. */
    static final int PAGE = 500;

    private final Replays replays;
    private final ReplayDecisions decisions;
    private final Messages messages;
    private final Outbox outbox;
    private final SmsCredit credit;
    private final AccessLog audit;
    private final Clock clock;

    ReplayJob(
            Replays replays,
            ReplayDecisions decisions,
            Messages messages,
            Outbox outbox,
            SmsCredit credit,
            AccessLog audit,
            Clock clock) {
        this.replays = replays;
        this.decisions = decisions;
        this.messages = messages;
        this.outbox = outbox;
        this.credit = credit;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Accepts it, or finds that it was: the same key with the same request is the same replay. Ids
     * are few enough to be served at once; what a filter finds is served by {@link ReplayLoop}.
     */
    UUID accept(Checked request, @Nullable String key) {
        var id = UUID.randomUUID();
        if (!replays.begin(id, key, request, clock.instant())) {
            return sameReplay(request, Objects.requireNonNull(key, "only a key is used twice"));
        }
        replays.freeze(id, request);
        audit.done(
                AccessEntry.of(AuditAction.REPLAY_STARTED)
                        .about(id.toString())
                        .because(request.reason()));
        if (request.filter() == null) {
            var left = decisions.begin();
            while (serve(id, request.terms(), left)) {
                // another page
            }
        }
        return id;
    }

    /** Serves the next page. False when there was none, and the replay is finished. */
    boolean serve(UUID id, Terms terms, CreditEstimate left) {
        var turns = replays.undecided(id, PAGE);
        if (turns.isEmpty()) {
            replays.finish(id, clock.instant());
            return false;
        }
        var decision = decisions.decide(turns.stream().map(Replays.Turn::id).toList(), terms, left);
        var replayed = messages.close(decision.plan().replayed(), DeliveryState.REPLAYED);
        outbox.add(
                decision.letters().stream()
                        .filter(letter -> replayed.contains(letter.id()))
                        .map(ReplayCandidate::again)
                        .toList());
        credit.spendAll(replayed, "DOUBT_CLOSED");
        replays.decide(id, turns, decision.plan().items());
        return true;
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
}
