package com.clinni.whatsapp.inbound;

import com.clinni.whatsapp.line.WhatsAppConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Decides who is answered, and who had better not be. */
@ApplicationScoped
class ReplyPolicy {

    private final InboundConfig config;
    private final Set<String> allowed;

    ReplyPolicy(InboundConfig config, WhatsAppConfig whatsapp) {
        this.config = config;
        this.allowed = whatsapp.recipientsAllowed().orElse(Set.of());
    }

    /** Why nothing at all may be sent to somebody, even that they were understood. */
    Optional<Effect> forbids(UnansweredMessage one) {
        if (!allowed.isEmpty() && !allowed.contains(one.phone().e164())) {
            return Optional.of(Effect.NOT_ALLOWED);
        }
        var oldest = one.receivedAt().minus(config.backFilledAfter());
        return one.writtenAt().isBefore(oldest)
                ? Optional.of(Effect.BACK_FILLED)
                : Optional.empty();
    }

    /** Why somebody gets no automatic answer, whatever was written. */
    Optional<Effect> silences(UnansweredMessage one) {
        return forbids(one)
                .or(() -> when(one.optedOut(), Effect.SILENCED))
                .or(() -> when(one.ours(), Effect.OURS))
                .or(() -> when(one.repeated(), Effect.REPEATED));
    }

    private static Optional<Effect> when(boolean so, Effect effect) {
        return so ? Optional.of(effect) : Optional.empty();
    }
}
