package com.clinni.whatsapp.dispatch;

import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.time.Stopwatch;
import java.time.Clock;

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
     * passed since: a call that could outlive its lease, or leave too late, is not begun.
     */
    SendOutcome send(Line line, Intent intent) {
        return line.guarded(
                () ->
                        mayBegin(line, intent)
                                ? line.gateway()
                                        .send(
                                                intent.chat(),
                                                intent.text(),
                                                intent.clientMessageId())
                                : new NotSent(NotSentReason.HELD_BACK));
    }

    /** A canary is late by nobody's measure, but its lease counts as any. */
    SendOutcome send(Line line, Canary canary) {
        return line.guarded(
                () ->
                        canary.lease().outlasts(line.config().callTimeout(), stopwatch)
                                ? line.gateway().send(canary.chat(), Canary.TEXT, canary.id())
                                : new NotSent(NotSentReason.HELD_BACK));
    }

    private boolean mayBegin(Line line, Intent intent) {
        return intent.lease().outlasts(line.config().callTimeout(), stopwatch)
                && clock.instant().isBefore(intent.sendBefore());
    }
}
