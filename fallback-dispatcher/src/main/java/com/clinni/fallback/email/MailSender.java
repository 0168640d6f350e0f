package com.clinni.fallback.email;

import com.clinni.events.Cause;
import com.clinni.events.MessageReady;
import com.clinni.fallback.email.MailClientLoop.HeldBack;
import com.clinni.fallback.preferences.EmailFooter;
import com.clinni.fallback.preferences.PreferenceLinks;
import com.clinni.fallback.provider.FinalCheck;
import com.clinni.fallback.provider.ProviderGuard;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import io.vertx.ext.mail.MailMessage;
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
    private final PreferenceLinks preferences;
    private final Clock clock;
    private final MailServer server;
    private final Duration limit;
    private final ProviderGuard guard;

    MailSender(
            MailClientLoop client,
            MailSettings settings,
            PreferenceLinks preferences,
            Clock clock,
            @ConfigProperty(name = "quarkus.mailer.host") String host,
            @ConfigProperty(name = "quarkus.mailer.port") int port) {
        this.client = client;
        this.settings = settings;
        this.preferences = preferences;
        this.clock = clock;
        this.server = new MailServer(host, port, settings.connectLimit());
        this.limit = settings.callLimit().plus(MARGIN);
        this.guard = new ProviderGuard(Cause.MAIL_UNREACHABLE, limit, SLOTS, settings.rest());
    }

    /** The server's acceptance is not delivery; it is all that SMTP says. */
    public SendOutcome send(MessageReady message, int generation, FinalCheck look) {
        var mail =
                ReminderMail.of(
                        message,
                        generation,
                        settings,
                        preferences.to(message).map(link -> EmailFooter.of(message, link)),
                        clock.instant());
        var id = ReminderMail.id(message, generation, settings);
        var outcome = guard.call(() -> handOver(mail, id, look));
        if (outcome instanceof Accepted) {
            server.wentWell();
        } else if (isTrouble(outcome)) {
            server.wentBadly();
        }
        return outcome;
    }

    private static boolean isTrouble(SendOutcome outcome) {
        return !(outcome instanceof NotSent(Cause cause, boolean mayPass))
                || (mayPass && cause != null);
    }

    private SendOutcome handOver(MailMessage mail, String id, FinalCheck look)
            throws InterruptedException {
        if (!server.isReachable()) {
            return NotSent.forNow(Cause.MAIL_UNREACHABLE);
        }
        try {
            client.send(mail, settings.callLimit().toMillis(), () -> look.allows(limit));
            return new Accepted(id);
        } catch (ExecutionException e) {
            return e.getCause() instanceof HeldBack
                    ? NotSent.HELD_BACK
                    : SmtpErrors.outcomeOf(e.getCause());
        } catch (TimeoutException e) {
            return new InDoubt("TIME_LIMIT");
        }
    }
}
