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

/** Plans replies to what was asked for, each once a day. */
@ApplicationScoped
class ReplyPlanner {

    private final Replies replies;
    private final InboundConfig config;
    private final Clock clock;

    ReplyPlanner(Replies replies, InboundConfig config, Clock clock) {
        this.replies = replies;
        this.config = config;
        this.clock = clock;
    }

    /** Adds them in the caller's transaction; says what became of each message's answer. */
    Map<Long, InboundEffect> add(List<ReplyRequest> requests) {
        var effects = new HashMap<Long, InboundEffect>();
        var first = new LinkedHashMap<Reply.Key, ReplyRequest>();
        for (var one : requests) {
            effects.put(one.to().id(), InboundEffect.ANSWERED_TODAY);
            first.putIfAbsent(reply(one).key(), one);
        }
        if (!first.isEmpty()) {
            var added = replies.add(first.values().stream().map(this::reply).toList());
            first.forEach(
                    (key, one) -> {
                        if (added.contains(key)) {
                            effects.put(one.to().id(), InboundEffect.REPLIED);
                        }
                    });
        }
        return effects;
    }

    private Reply reply(ReplyRequest request) {
        var to = request.to();
        return new Reply(
                to.line(),
                to.phone(),
                to.chat(),
                request.kind(),
                LocalDate.ofInstant(clock.instant(), request.who().zone()),
                request.text(),
                to.receivedAt().plus(config.replyWithin()));
    }
}
