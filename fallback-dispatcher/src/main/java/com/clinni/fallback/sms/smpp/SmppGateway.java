package com.clinni.fallback.sms.smpp;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.gateway.ReceiptSink;
import com.clinni.fallback.sms.gateway.Sms;
import com.clinni.fallback.sms.gateway.SmsGateway;
import com.clinni.platform.time.Stopwatch;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMS provider by SMPP 3.4. So many messages await their answers and no more. Of several parts
 * the last one's id stands for the message: its receipt is the only one asked for.
 */
public final class SmppGateway implements SmsGateway {

    private final SmppLink link;
    private final Duration callLimit;
    private final Semaphore window;
    private final AtomicInteger references = new AtomicInteger();

    SmppGateway(SmppLink link, int window, Duration callLimit) {
        this.link = link;
        this.window = new Semaphore(window);
        this.callLimit = callLimit;
    }

    /** Binds when it is first needed. */
    public static SmppGateway of(
            SmppConfig config,
            Duration connectLimit,
            Duration callLimit,
            ReceiptSink receipts,
            Stopwatch stopwatch) {
        var connections = new SmppConnections(config.protection(), connectLimit);
        var link =
                new SmppLink(config, callLimit, connections, new SmppReceipts(receipts), stopwatch);
        return new SmppGateway(link, config.window(), callLimit);
    }

    @Override
    public SendOutcome send(Sms sms) {
        try {
            if (!window.tryAcquire(callLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                return NotSent.forNow(Cause.SMS_UNREACHABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NotSent.HELD_BACK;
        }
        try {
            return switch (link.state()) {
                case SmppLink.State.Down(var why) -> why;
                case SmppLink.State.Up(var session) -> all(new SmppSubmission(session, sms));
            };
        } finally {
            window.release();
        }
    }

    /** Once a part is with the provider, the message may not be said not to be sent. */
    private SendOutcome all(SmppSubmission submission) {
        var parts = SmppParts.of(submission.sms().text(), references.incrementAndGet());
        var outcome = submission.send(parts, 1);
        for (var number = 2; number <= parts.octets().size(); number++) {
            if (!(outcome instanceof Accepted)) {
                return outcome;
            }
            outcome =
                    submission.send(parts, number) instanceof Accepted accepted
                            ? accepted
                            : new InDoubt("PART_" + number);
        }
        return outcome;
    }

    /** The protocol asks by the provider's id, which a send in doubt has not got. */
    @Override
    public Lookup lookup(String reference) {
        return new Lookup.Unknown("NO_LOOKUP");
    }

    /** Receipts come over the session, so there must be one though nothing is sent. */
    @Override
    public void keepReady() {
        link.state();
    }

    /** Whether there is a session. */
    public boolean isBound() {
        return link.isUp();
    }

    @Override
    public void close() {
        link.close();
    }
}
