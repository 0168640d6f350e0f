package com.clinni.whatsapp.inbound;

import com.clinni.whatsapp.dispatch.Correspondence;
import com.clinni.whatsapp.dispatch.Correspondence.Letter;
import com.clinni.whatsapp.dispatch.Replies;
import com.clinni.whatsapp.dispatch.Reply;
import com.clinni.whatsapp.line.WhatsAppConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what becomes of what people wrote, in the order in which they wrote it. */
@ApplicationScoped
class Answers {

    private final InboundTable table;
    private final Correspondence correspondence;
    private final Replies replies;
    private final InboundMetrics metrics;
    private final InboundConfig config;
    private final Set<String> allowed;
    private final Clock clock;

    Answers(
            InboundTable table,
            Correspondence correspondence,
            Replies replies,
            InboundMetrics metrics,
            InboundConfig config,
            WhatsAppConfig whatsapp,
            Clock clock) {
        this.table = table;
        this.correspondence = correspondence;
        this.replies = replies;
        this.metrics = metrics;
        this.config = config;
        this.allowed = whatsapp.recipientsAllowed().orElse(Set.of());
        this.clock = clock;
    }

    /** Looks at the oldest in the caller's transaction; returns how many it looked at. */
    int answerOldest() {
        var unread = table.take(clock.instant());
        if (!unread.isEmpty()) {
            answer(unread);
        }
        return unread.size();
    }

    private void answer(List<Unread> unread) {
        var effects = new HashMap<Long, Effect>();
        var asking = new ArrayList<Unread>();
        for (var one : unread) {
            silence(one)
                    .ifPresentOrElse(
                            effect -> effects.put(one.id(), effect), () -> asking.add(one));
        }
        reply(asking, lettersTo(asking), effects);
        table.settle(unread, effects);
        metrics.count(effects.values());
    }

    /** Why somebody is not answered, whatever was written. */
    private Optional<Effect> silence(Unread one) {
        if (one.phone() == null || one.chat() == null) {
            return Optional.of(Effect.UNKNOWN_SENDER);
        }
        if (!allowed.isEmpty() && !allowed.contains(one.phone().e164())) {
            return Optional.of(Effect.NOT_ALLOWED);
        }
        if (one.writtenAt().isBefore(one.receivedAt().minus(config.backFilledAfter()))) {
            return Optional.of(Effect.BACK_FILLED);
        }
        if (one.ours()) {
            return Optional.of(Effect.OURS);
        }
        return one.repeated() ? Optional.of(Effect.REPEATED) : Optional.empty();
    }

    private List<Letter> lettersTo(List<Unread> asking) {
        return asking.isEmpty()
                ? List.of()
                : correspondence.with(
                        asking.stream().map(u -> u.phone().e164()).distinct().toList(),
                        asking.stream().map(Unread::quoted).filter(q -> q != null).toList(),
                        clock.instant().minus(config.recentFor()));
    }

    private void reply(List<Unread> asking, List<Letter> known, Map<Long, Effect> effects) {
        var first = new HashMap<Reply.Key, Unread>();
        var wanted = new ArrayList<Reply>();
        for (var one : asking) {
            effects.put(one.id(), Effect.ANSWERED_TODAY);
            var reply = automatic(one, Correspondents.of(one, known));
            if (first.putIfAbsent(reply.key(), one) == null) {
                wanted.add(reply);
            }
        }
        if (!wanted.isEmpty()) {
            replies.add(wanted)
                    .forEach(added -> effects.put(first.get(added).id(), Effect.REPLIED));
        }
    }

    private Reply automatic(Unread one, Correspondents who) {
        return new Reply(
                one.line(),
                one.phone(),
                one.chat(),
                Reply.Kind.AUTOMATIC,
                LocalDate.ofInstant(clock.instant(), who.zone()),
                AnswerTexts.automatic(who),
                one.receivedAt().plus(config.replyWithin()));
    }
}
