package com.clinni.whatsapp.send;

import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Messages;
import com.clinni.whatsapp.message.Move;
import com.clinni.whatsapp.message.Transitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Intents of this node that it never began: the answer to their claim's COMMIT was lost, or the
 * node was told to stop in between. Nobody knows if they were committed, but they are certainly not
 * sent: each is looked up by its key and epoch, and what was committed waits again.
 */
@ApplicationScoped
class LostClaims {

    private static final Logger LOG = Logger.getLogger(LostClaims.class);

    private final Set<Intent> lost = ConcurrentHashMap.newKeySet();
    private final Messages messages;
    private final Transitions transitions;
    private final Clock clock;
    private final Stopwatch stopwatch;

    LostClaims(Messages messages, Transitions transitions, Clock clock, Stopwatch stopwatch) {
        this.messages = messages;
        this.transitions = transitions;
        this.clock = clock;
        this.stopwatch = stopwatch;
    }

    void keep(Collection<Intent> intents) {
        lost.addAll(intents);
    }

    /**
     * Until their leases are over, because a COMMIT that seems lost may still be on its way; a
     * database that is away is asked again when it is back.
     */
    void release() {
        for (var intent : List.copyOf(lost)) {
            var isOver = !intent.lease().outlasts(Duration.ZERO, stopwatch);
            try {
                if (releases(intent) || isOver) {
                    lost.remove(intent);
                }
            } catch (RuntimeException e) {
                LOG.warnf("%s is looked up again: %s", intent, e.getMessage());
                return;
            }
        }
    }

    private boolean releases(Intent intent) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                !transitions
                                        .move(
                                                intent
                                                        .read(messages)
                                                        .map(LostClaims::asNotClaimed)
                                                        .stream()
                                                        .toList(),
                                                clock.instant())
                                        .isEmpty());
    }

    private static Move asNotClaimed(MessageFacts message) {
        return GiveUpPolicy.notSent(message, null, "not-begun").of(message).counting(false);
    }
}
