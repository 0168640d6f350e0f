package com.clinni.whatsapp.prepare;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.gateway.NewMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.FailingRecipients;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.GiveUpPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the gateway what must be known before a message may be claimed: whether a number never
 * written to is on WhatsApp, and an id by which the message can be found again.
 */
@ApplicationScoped
class Preparer {

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(30);

    private final Map<String, FailingRecipients> recipients = new ConcurrentHashMap<>();

    private final Preparations preparations;
    private final LineObserver observer;
    private final DispatchConfig config;
    private final Clock clock;

    Preparer(Preparations preparations, LineObserver observer, DispatchConfig config, Clock clock) {
        this.preparations = preparations;
        this.observer = observer;
        this.config = config;
        this.clock = clock;
    }

    /** False when the gateway could not be asked. */
    boolean prepare(Line line, UnpreparedMessage message) {
        if (message.knownChat() != null) {
            return giveId(line, message, message.knownChat());
        }
        return switch (line.gateway().exists(message.phone())) {
            case Existence.Yes found -> {
                recipients(line).served(message.phone().e164());
                preparations.saveContact(line, message, found, clock.instant());
                yield giveId(line, message, found.chat());
            }
            case Existence.No() -> {
                recipients(line).served(message.phone().e164());
                preparations.giveUp(message, NotSentReason.NOT_ON_WHATSAPP, clock.instant());
                yield true;
            }
            case Existence.Failed() -> numberFailed(line, message);
            case Existence.Unknown(var reason) -> failed(line, message, reason);
        };
    }

    private boolean giveId(Line line, UnpreparedMessage message, ChatId chat) {
        return switch (line.gateway().newMessageId()) {
            case NewMessageId.Given(var id) -> {
                preparations.prepared(message, chat, id);
                yield true;
            }
            case NewMessageId.NotGiven(var reason) -> failed(line, message, reason);
        };
    }

    private boolean failed(Line line, UnpreparedMessage message, NotSentReason reason) {
        preparations.later(message, clock.instant().plus(TRY_AGAIN_AFTER));
        tell(line, reason);
        return false;
    }

    /** Its number alone may be what the gateway fails at: others are not held up by it. */
    private boolean numberFailed(Line line, UnpreparedMessage message) {
        var now = clock.instant();
        var isHopeless = preparations.countAbsence(message) >= config.absencesAtMost();
        preparations.later(
                message, now.plus(isHopeless ? GiveUpPolicy.TRY_ON_AFTER : ASK_AGAIN_AFTER));
        if (isHopeless) {
            preparations.handOver(message, now);
        }
        if (recipients(line).failed(message.phone().e164(), true)) {
            tell(line, NotSentReason.GATEWAY_UNREACHABLE);
        }
        return false;
    }

    private void tell(Line line, NotSentReason reason) {
        reason.lineTrouble()
                .ifPresent(cause -> observer.failed(line.name(), HealthSource.PREPARE, cause));
    }

    private FailingRecipients recipients(Line line) {
        return recipients.computeIfAbsent(line.name(), _ -> new FailingRecipients());
    }
}
