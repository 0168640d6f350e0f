package com.clinni.whatsapp.inbound;

import com.clinni.events.TaskRaised;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.optout.OptOutRequest;
import com.clinni.whatsapp.optout.OptOuts;
import com.clinni.whatsapp.reply.Correspondence;
import com.clinni.whatsapp.reply.Correspondence.PreviousMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Decides what becomes of what people wrote, in the order in which they wrote it. */
@ApplicationScoped
class InboundProcessor {

    private final InboundTable table;
    private final Correspondence correspondence;
    private final ReplyPolicy policy;
    private final ReplyPlanner replies;
    private final OptOuts optOuts;
    private final Tasks tasks;
    private final InboundMetrics metrics;
    private final InboundConfig config;
    private final Clock clock;

    InboundProcessor(
            InboundTable table,
            Correspondence correspondence,
            ReplyPolicy policy,
            ReplyPlanner replies,
            OptOuts optOuts,
            Tasks tasks,
            InboundMetrics metrics,
            InboundConfig config,
            Clock clock) {
        this.table = table;
        this.correspondence = correspondence;
        this.policy = policy;
        this.replies = replies;
        this.optOuts = optOuts;
        this.tasks = tasks;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    /** Looks at the oldest in the caller's transaction; returns how many it looked at. */
    int answerOldest() {
        var unread = table.take(clock.instant());
        if (!unread.isEmpty()) {
            var effects = new HashMap<Long, InboundEffect>();
            unread.stream()
                    .filter(one -> !one.isKnown())
                    .forEach(one -> effects.put(one.id(), InboundEffect.UNKNOWN_SENDER));
            answer(unread.stream().filter(UnansweredMessage::isKnown).toList(), effects);
            table.settle(unread, effects);
            metrics.count(effects.values());
        }
        return unread.size();
    }

    private void answer(List<UnansweredMessage> unread, Map<Long, InboundEffect> effects) {
        var known = lettersTo(unread);
        var wanted = new ArrayList<ReplyRequest>();
        var leaving = new ArrayList<UnansweredMessage>();
        var gone = new HashSet<String>();
        var raised = new ArrayList<TaskRaised>();
        var tasksHere = new HashSet<String>();
        for (var one : unread) {
            var who = Correspondents.of(one, known);
            var meaning = Meaning.of(one.text());
            if (meaning == Meaning.OPT_OUT) {
                leaving.add(one);
                gone.add(one.chatKey());
                if (policy.forbids(one).isEmpty()) {
                    wanted.add(ReplyRequest.confirmation(one, who));
                }
                continue;
            }
            var silence =
                    gone.contains(one.chatKey())
                            ? InboundEffect.SILENCED
                            : policy.silences(one).orElse(null);
            effects.put(one.id(), silence);
            if (silence == null) {
                wanted.add(ReplyRequest.automatic(one, who));
            }
            var isTask = meaning == Meaning.NOT_COMING || one.editsTask(tasksHere);
            if (isTask && !one.ours() && !who.messages().isEmpty()) {
                tasksHere.add(one.originalKey());
                raised.addAll(tasks.of(one, who));
                effects.put(one.id(), InboundEffect.TASK_RAISED);
            }
        }
        effects.values().removeIf(Objects::isNull);
        replies.add(wanted).forEach(effects::putIfAbsent);
        tasks.raise(raised);
        optOut(leaving, effects);
    }

    /** After the replies: those that wait for people who have left are taken back. */
    private void optOut(List<UnansweredMessage> leaving, Map<Long, InboundEffect> effects) {
        if (leaving.isEmpty()) {
            return;
        }
        var changed = new HashSet<String>();
        optOuts.optOut(leaving.stream().flatMap(InboundProcessor::requests).toList())
                .forEach(change -> changed.add(change.line() + " " + change.phone().e164()));
        leaving.forEach(
                one ->
                        effects.put(
                                one.id(),
                                changed.removeAll(one.chatKeys())
                                        ? InboundEffect.OPTED_OUT
                                        : InboundEffect.ALREADY_OPTED_OUT));
    }

    /** It holds for every number that is written to in this chat. */
    private static Stream<OptOutRequest> requests(UnansweredMessage one) {
        return one.numbers().stream()
                .map(n -> new OptOutRequest(one.line(), new PhoneNumber(n), one.writtenAt()));
    }

    private List<PreviousMessage> lettersTo(List<UnansweredMessage> unread) {
        return correspondence.with(
                unread.stream().flatMap(u -> u.numbers().stream()).distinct().toList(),
                unread.stream().map(UnansweredMessage::quoted).filter(Objects::nonNull).toList(),
                clock.instant().minus(config.recentFor()));
    }
}
