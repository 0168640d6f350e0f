package com.clinni.whatsapp.prepare;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.gateway.NewMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Asks the gateway what must be known before a message may be claimed: whether a number never
 * written to is on WhatsApp, and an id by which the message can be found again.
 */
@ApplicationScoped
class Preparer {

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Preparations preparations;
    private final LineObserver observer;
    private final Clock clock;

    Preparer(Preparations preparations, LineObserver observer, Clock clock) {
        this.preparations = preparations;
        this.observer = observer;
        this.clock = clock;
    }

    /** False when the gateway could not be asked. */
    boolean prepare(Line line, UnpreparedMessage message) {
        if (message.knownChat() != null) {
            return giveId(line, message, message.knownChat());
        }
        return switch (line.gateway().exists(message.phone())) {
            case Existence.Yes(var chat) -> {
                preparations.saveContact(line, message.phone(), chat, clock.instant());
                yield giveId(line, message, chat);
            }
            case Existence.No() -> {
                preparations.giveUp(message, NotSentReason.NOT_ON_WHATSAPP, clock.instant());
                yield true;
            }
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
        reason.lineTrouble()
                .ifPresent(cause -> observer.failed(line.name(), HealthSource.PREPARE, cause));
        return false;
    }
}
