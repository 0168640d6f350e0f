package com.clinni.whatsapp.send;

import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.line.Line;
import java.time.Clock;

/**
 * Calls the gateway behind the line's guard, after a last look at whether the message may leave.
 */
public final class Sender {

    private final Clock clock;
    private final Stopwatch stopwatch;

    public Sender(Clock clock, Stopwatch stopwatch) {
        this.clock = clock;
        this.stopwatch = stopwatch;
    }

    /**
     * The claim has checked expiry, withdrawal, opt-out, quiet hours and pacing. Time may have
     * passed since: a call that could outlive its lease, or leave too late, is not begun, and what
     * connecting took is looked at again before the message itself is written.
     */
    public SendOutcome send(Line line, OutgoingMessage message) {
        return line.guarded(
                message.chat(),
                () ->
                        mayLeave(line, message)
                                ? line.gateway()
                                        .send(
                                                message.chat(),
                                                message.text(),
                                                message.clientMessageId(),
                                                () -> mayLeave(line, message))
                                : new NotSent(NotSentReason.HELD_BACK));
    }

    private boolean mayLeave(Line line, OutgoingMessage message) {
        return message.lease().outlasts(line.config().callTimeout(), stopwatch)
                && !message.isTooLate(clock.instant());
    }
}
