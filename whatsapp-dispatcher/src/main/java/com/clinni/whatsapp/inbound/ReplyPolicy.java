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
    Optional<InboundEffect> forbids(UnansweredMessage one) {
        if (!allowed.isEmpty() && one.numbers().stream().noneMatch(allowed::contains)) {
            return Optional.of(InboundEffect.NOT_ALLOWED);
        }
        var oldest = one.receivedAt().minus(config.backFilledAfter());
        return one.writtenAt().isBefore(oldest)
                ? Optional.of(InboundEffect.BACK_FILLED)
                : Optional.empty();
    }

    /** Why somebody gets no automatic answer, whatever was written. */
    Optional<InboundEffect> silences(UnansweredMessage one) {
        return forbids(one)
                .or(() -> when(one.optedOut(), InboundEffect.SILENCED))
                .or(() -> when(one.ours(), InboundEffect.OURS))
                .or(() -> when(one.repeated(), InboundEffect.REPEATED));
    }

    private static Optional<InboundEffect> when(boolean so, InboundEffect effect) {
        return so ? Optional.of(effect) : Optional.empty();
    }
}
