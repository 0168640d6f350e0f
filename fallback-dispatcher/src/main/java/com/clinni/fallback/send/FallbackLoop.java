package com.clinni.fallback.send;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.fallback.email.MailSender;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.provider.FinalCheck;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.SmsSender;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.access.CallerThreads;
import com.clinni.platform.time.Stopwatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Sends waiting messages: claim, act, settle. There is one worker for each channel, so that a slow
 * provider delays its own messages only. No transaction and no connection is held during a call.
 */
@ApplicationScoped
public class FallbackLoop {

    private static final Logger LOG = Logger.getLogger(FallbackLoop.class);

    private final Claims claims;
    private final MailSender mail;
    private final SmsSender sms;
    private final Settlement settlement;
    private final Clock clock;
    private final Stopwatch stopwatch;
    private final BoundedWorker emails;
    private final BoundedWorker texts;

    FallbackLoop(
            Claims claims,
            MailSender mail,
            SmsSender sms,
            Settlement settlement,
            FallbackConfig config,
            Clock clock,
            Stopwatch stopwatch,
            CallerThreads threads) {
        this.claims = claims;
        this.mail = mail;
        this.sms = sms;
        this.settlement = settlement;
        this.clock = clock;
        this.stopwatch = stopwatch;
        this.emails = new BoundedWorker(config.slots(), threads);
        this.texts = new BoundedWorker(config.slots(), threads);
    }

    /** Sends e-mails until none waits. */
    @ActsForService("send-emails")
    @Scheduled(
            identity = "send-emails",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void sendEmails() {
        emails.drain(slots -> claims.claim(Channel.EMAIL, slots), this::send);
    }

    /** Sends SMS until none waits. */
    @ActsForService("send-sms")
    @Scheduled(
            identity = "send-sms",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void sendSms() {
        texts.drain(slots -> claims.claim(Channel.SMS, slots), this::send);
    }

    /** Claims nothing more and waits for what is on its way. */
    void stop(@Observes ShutdownEvent shutdown) {
        emails.close();
        texts.close();
    }

    private void send(Intent intent) {
        settlement.settle(intent, outcomeOf(intent));
    }

    private SendOutcome outcomeOf(Intent intent) {
        var message = intent.message();
        try {
            return switch (message.channelInUse()) {
                case EMAIL ->
                        mail.send(intent.ready(), message.subject().generation(), lastLook(intent));
                case SMS ->
                        sms.send(intent.ready(), message.id(), intent.sender(), lastLook(intent));
                case WHATSAPP -> NotSent.forGood(Cause.DEFECT);
            };
        } catch (RuntimeException e) {
            LOG.errorf("%s: %s", message, e.getClass().getName());
            return new InDoubt("DEFECT");
        }
    }

    /** The claim has checked everything; time may have passed since. */
    private FinalCheck lastLook(Intent intent) {
        return call ->
                intent.lease().outlasts(call, stopwatch)
                        && clock.instant().isBefore(intent.message().sendBefore());
    }
}
