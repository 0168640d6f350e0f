package com.clinni.fallback.email;

import com.clinni.events.Cause;
import com.clinni.events.MessageReady;
import com.clinni.fallback.provider.ProviderGuard;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends a rendered message as e-mail, once, within limits. */
@ApplicationScoped
public class MailSender {

    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final int SLOTS = 64;

    private final MailClientLoop client;
    private final MailSettings settings;
    private final Clock clock;
    private final MailServer server;
    private final ProviderGuard guard;

    MailSender(
            MailClientLoop client,
            MailSettings settings,
            Clock clock,
            @ConfigProperty(name = "quarkus.mailer.host") String host,
            @ConfigProperty(name = "quarkus.mailer.port") int port) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.server = new MailServer(host, port, settings.connectLimit());
        this.guard =
                new ProviderGuard(
                        Cause.MAIL_UNREACHABLE,
                        settings.callLimit().plus(MARGIN),
                        SLOTS,
                        settings.rest());
    }

    /** The server's acceptance is not delivery; it is all that SMTP says. */
    public SendOutcome send(MessageReady message, int generation) {
        var mail = ReminderMail.of(message, generation, settings, clock.instant());
        var outcome = guard.call(() -> handOver(mail));
        if (outcome instanceof Accepted) {
            server.wentWell();
        } else if (!(outcome instanceof NotSent(Cause _, boolean mayPass) && !mayPass)) {
            server.wentBadly();
        }
        return outcome;
    }

    private SendOutcome handOver(Mail mail) throws InterruptedException {
        if (!server.isReachable()) {
            return NotSent.forNow(Cause.MAIL_UNREACHABLE);
        }
        try {
            client.send(mail, settings.callLimit().toMillis());
            return new Accepted(mail.getHeaders().get("Message-ID").getFirst());
        } catch (ExecutionException e) {
            return SmtpErrors.outcomeOf(e.getCause());
        } catch (TimeoutException e) {
            return new InDoubt("TIME_LIMIT");
        }
    }
}
