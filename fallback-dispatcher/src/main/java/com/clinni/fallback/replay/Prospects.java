package com.clinni.fallback.replay;

import com.clinni.events.Channel;
import com.clinni.events.MessageReady;
import com.clinni.events.Topics;
import com.clinni.events.sms.SmsSegments;
import com.clinni.fallback.credit.CreditEstimate;
import com.clinni.fallback.message.NextState;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.policy.CauseKind;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.SendPreferences;
import com.clinni.fallback.preferences.PhoneOptOuts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Prospects of dead letters: the ways that are left to their patients. Preferences, opt-outs and
 * credit are looked up once for all letters that are asked about together. Runs in the caller's
 * transaction.
 */
@ApplicationScoped
class Prospects {

    private final ReadyMessages ready;
    private final SendPreferences preferences;
    private final PhoneOptOuts optOuts;

    Prospects(ReadyMessages ready, SendPreferences preferences, PhoneOptOuts optOuts) {
        this.ready = ready;
        this.preferences = preferences;
        this.optOuts = optOuts;
    }

    /** The facts that all letters of one look share. */
    private record Look(
            BiPredicate<MessageReady, Channel> barred, CreditEstimate credit, Instant now) {}

    /**
     * The prospect of each.
     *
     * @param credit what those that were looked at before have left
     */
    Map<UUID, Prospect> of(
            Collection<ReplayCandidate> letters, CreditEstimate credit, Instant now) {
        var contents = contents(letters);
        credit.lookUp(contents.values().stream().map(m -> m.clinic().clinicId()).toList());
        var look = new Look(optOuts.among(contents.values()), credit, now);
        var prospects = new HashMap<UUID, Prospect>();
        for (var letter : letters) {
            prospects.put(letter.id(), of(letter, contents.get(letter.id()), look));
        }
        return prospects;
    }

    /** What can be read of those that were rendered. */
    private Map<UUID, MessageReady> contents(Collection<ReplayCandidate> letters) {
        var rendered = letters.stream().filter(Prospects::isRendered).toList();
        var known =
                preferences.about(
                        Channel.EMAIL, rendered.stream().map(ReplayCandidate::message).toList());
        var contents = new HashMap<UUID, MessageReady>();
        for (var letter : rendered) {
            try {
                contents.put(letter.id(), ready.of(letter.message(), known));
            } catch (IllegalStateException _) {
                // nobody can read it, which is its prospect
            }
        }
        return contents;
    }

    private static boolean isRendered(ReplayCandidate letter) {
        return List.of(Topics.WHATSAPP_READY, Topics.DIRECT_READY).contains(letter.topic());
    }

    private static Prospect of(ReplayCandidate letter, @Nullable MessageReady content, Look look) {
        var cause = letter.message().cause();
        var kind = cause == null ? CauseKind.ANSWER : CauseKind.of(cause);
        if (kind == CauseKind.RECORD) {
            return Prospect.SAME_END;
        }
        if (!isRendered(letter)) {
            return kind == CauseKind.ADDRESS && RecordCopy.DELIVERIES.contains(letter.topic())
                    ? Prospect.NO_CHANNEL
                    : Prospect.OPEN;
        }
        if (content == null) {
            return Prospect.SAME_END;
        }
        return letter.topic().equals(Topics.DIRECT_READY)
                ? (fallsBack(letter, content, look) ? Prospect.OPEN : Prospect.NO_CHANNEL)
                : byWhatsAppFirst(letter, content, look);
    }

    /** As whatsapp-dispatcher takes it in: who opted out there is written to by nobody. */
    private static Prospect byWhatsAppFirst(
            ReplayCandidate letter, MessageReady content, Look look) {
        var text = content.content().whatsapp();
        if (look.barred().test(content, Channel.WHATSAPP)
                || content.recipient().optedOutOf(Channel.WHATSAPP)) {
            return Prospect.NO_CHANNEL;
        }
        if (text == null || text.isBlank()) {
            return Prospect.SAME_END;
        }
        var isTaken = mayBeOnWhatsApp(letter, content) && isNotTooQuiet(content, look.now());
        if (isTaken && !letter.lineIsOut()) {
            return Prospect.OPEN;
        }
        if (fallsBack(letter, content, look)) {
            return Prospect.OPEN;
        }
        return isTaken ? Prospect.LINE_OUT : Prospect.NO_CHANNEL;
    }

    /** A number may get WhatsApp; what is no mobile number stays none. */
    private static boolean mayBeOnWhatsApp(ReplayCandidate letter, MessageReady content) {
        var diedOf = letter.message().diedOf();
        return content.recipient().phone() != null
                && (diedOf == null || CauseKind.of(diedOf) != CauseKind.ADDRESS);
    }

    private static boolean isNotTooQuiet(MessageReady content, Instant now) {
        var quiet = content.clinic().quietHours();
        return quiet == null
                || quiet.endAfter(now, content.clinic().zone())
                        .filter(end -> !end.isBefore(content.sendBefore()))
                        .isEmpty();
    }

    /** Whether this service would send it, by the same policy as when it comes back. */
    private static boolean fallsBack(ReplayCandidate letter, MessageReady content, Look look) {
        var context = PolicyContext.of(content, letter.message().cause(), look.now());
        var next = FallbackPolicy.next(context);
        if (next.channel() == Channel.SMS && !isCovered(content, look)) {
            next = FallbackPolicy.next(context.withoutCredit());
        }
        return next.hasChannel() && !look.barred().test(content, channelOf(next));
    }

    private static Channel channelOf(NextState next) {
        return Objects.requireNonNull(next.channel(), "a way without a channel");
    }

    private static boolean isCovered(MessageReady content, Look look) {
        var text = Objects.requireNonNull(content.content().sms(), "an SMS without a text");
        var segments = SmsSegments.of(text).count();
        return look.credit().take(content.clinic().clinicId(), segments);
    }
}
