package com.clinni.fallback.bounce;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.WayBack;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** E-mails that a server took and another gave back: the patient has nothing. */
@ApplicationScoped
public class Bounces {

    private static final Sql BOUNCED = Sql.named("messages/accepted-by-mail-server");

    private final Database database;
    private final Messages messages;
    private final ReadyMessages ready;
    private final WayBack wayBack;
    private final Clock clock;

    Bounces(
            Database database,
            Messages messages,
            ReadyMessages ready,
            WayBack wayBack,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.ready = ready;
        this.wayBack = wayBack;
        this.clock = clock;
    }

    /** What a bounce changed. */
    public enum Effect {
        /** The next channel's turn, or a person's. */
        MOVED_ON,
        /** It is being sent at this moment: what became of that is written down first. */
        TOO_EARLY,
        /** Not an e-mail of ours that counts as accepted. */
        NONE
    }

    /** One of ours came back for good. Told again, it changes nothing. */
    public Effect cameBack(UUID reminderId, int generation, String messageId) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                database.first(
                                                BOUNCED,
                                                Map.of(
                                                        "reminder", reminderId,
                                                        "generation", generation,
                                                        "messageId", messageId),
                                                StoredMessage::of)
                                        .map(this::moveOn)
                                        .orElse(Effect.NONE));
    }

    private Effect moveOn(StoredMessage message) {
        if (message.state() == DeliveryState.SENDING) {
            return Effect.TOO_EARLY;
        }
        if (message.state() != DeliveryState.ACCEPTED) {
            return Effect.NONE;
        }
        var now = clock.instant();
        var failures = message.failures().with(Channel.EMAIL, Cause.EMAIL_REFUSED);
        var context =
                PolicyContext.of(ready.of(message), Cause.EMAIL_REFUSED, now)
                        .goingBack(wayBack.isOpenTo(message, now));
        var onwards =
                Transition.of(message, FallbackPolicy.next(context.after(failures)))
                        .failing(failures)
                        .noting("BOUNCED");
        return messages.move(onwards).isPresent() ? Effect.MOVED_ON : Effect.NONE;
    }
}
