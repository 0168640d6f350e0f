package com.clinni.whatsapp.dispatch;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.time.Stopwatch;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** The call itself, and the last look before it. */
final class Sender {

    private final Clock clock;
    private final Stopwatch stopwatch;

    Sender(Clock clock, Stopwatch stopwatch) {
        this.clock = clock;
        this.stopwatch = stopwatch;
    }

    /**
     * The claim has checked expiry, withdrawal, opt-out, quiet hours and pacing. Time may have
     * passed since: a call that could outlive its lease, or leave too late, is not begun, and what
     * connecting took is looked at again before the message itself is written.
     */
    SendOutcome send(Line line, Intent intent) {
        return send(
                line,
                intent.chat(),
                intent.text(),
                intent.clientMessageId(),
                () ->
                        isOurs(line, intent.lease())
                                && clock.instant().isBefore(intent.sendBefore()));
    }

    /** A canary is late by nobody's measure, but its lease counts as any. */
    SendOutcome send(Line line, Canary canary) {
        return send(
                line, canary.chat(), Canary.TEXT, canary.id(), () -> isOurs(line, canary.lease()));
    }

    /** An answer is late by its own measure: nobody waits for it long. */
    SendOutcome send(Line line, ReplyIntent reply) {
        return send(
                line,
                reply.chat(),
                reply.text(),
                reply.clientMessageId(),
                () -> isOurs(line, reply.lease()) && clock.instant().isBefore(reply.sendBefore()));
    }

    private static SendOutcome send(
            Line line, ChatId chat, String text, ClientMessageId id, BooleanSupplier mayLeave) {
        return line.guarded(
                () ->
                        mayLeave.getAsBoolean()
                                ? line.gateway().send(chat, text, id, mayLeave)
                                : new NotSent(NotSentReason.HELD_BACK));
    }

    private boolean isOurs(Line line, Lease lease) {
        return lease.outlasts(line.config().callTimeout(), stopwatch);
    }
}
