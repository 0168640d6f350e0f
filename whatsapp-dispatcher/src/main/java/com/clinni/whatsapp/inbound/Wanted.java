package com.clinni.whatsapp.inbound;

import com.clinni.whatsapp.reply.Replies;
import com.clinni.whatsapp.reply.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer that somebody is to get, unless they had one like it today. */
record Wanted(Unread to, Correspondents who, Reply.Kind kind, String text) {

    static Wanted automatic(Unread to, Correspondents who) {
        return new Wanted(to, who, Reply.Kind.AUTOMATIC, AnswerTexts.automatic(who));
    }

    static Wanted confirmation(Unread to, Correspondents who) {
        return new Wanted(to, who, Reply.Kind.OPT_OUT_CONFIRMED, AnswerTexts.optedOut(who));
    }

    @Override
    public String toString() {
        return "Wanted[" + to.id() + "]";
    }

    /** Makes replies of what is wanted. */
    @ApplicationScoped
    static class Maker {

        private final Replies replies;
        private final InboundConfig config;
        private final Clock clock;

        Maker(Replies replies, InboundConfig config, Clock clock) {
            this.replies = replies;
            this.config = config;
            this.clock = clock;
        }

        /** Adds them in the caller's transaction; says what became of each message's answer. */
        Map<Long, Effect> add(List<Wanted> wanted) {
            var effects = new HashMap<Long, Effect>();
            var first = new LinkedHashMap<Reply.Key, Wanted>();
            for (var one : wanted) {
                effects.put(one.to().id(), Effect.ANSWERED_TODAY);
                first.putIfAbsent(reply(one).key(), one);
            }
            if (!first.isEmpty()) {
                replies.add(first.values().stream().map(this::reply).toList())
                        .forEach(key -> effects.put(first.get(key).to().id(), Effect.REPLIED));
            }
            return effects;
        }

        private Reply reply(Wanted wanted) {
            var to = wanted.to();
            return new Reply(
                    to.line(),
                    to.phone(),
                    to.chat(),
                    wanted.kind(),
                    LocalDate.ofInstant(clock.instant(), wanted.who().zone()),
                    wanted.text(),
                    to.receivedAt().plus(config.replyWithin()));
        }
    }
}
