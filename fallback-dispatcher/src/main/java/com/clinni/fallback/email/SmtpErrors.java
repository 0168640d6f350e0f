package com.clinni.fallback.email;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Maps failures of the mail client to send outcomes. */
final class SmtpErrors {

    /** How the client's messages begin when the server answered about this message. */
    private static final String ABOUT_THE_RECIPIENT = "recipient address not accepted";

    private static final String ABOUT_THE_CONTENT = "sending data failed";

    private SmtpErrors() {}

    /**
     * A reply code means that the server did not take the message. A connection that could not be
     * made did not carry it. Anything else may have happened after the last byte.
     */
    static SendOutcome outcomeOf(@Nullable Throwable failure) {
        return chain(failure)
                .flatMap(each -> certainty(each).stream())
                .findFirst()
                .orElseGet(() -> new InDoubt("NO_FINAL_REPLY"));
    }

    private static Optional<SendOutcome> certainty(Throwable failure) {
        return switch (failure) {
            case SMTPException reply -> Optional.of(refusal(reply));
            case ConnectException _, UnknownHostException _, NoRouteToHostException _ ->
                    Optional.of(NotSent.forNow(Cause.MAIL_UNREACHABLE));
            case SSLException _ -> Optional.of(NotSent.forNow(Cause.MAIL_UNREACHABLE));
            default ->
                    startOf(failure).contains("TLS")
                            ? Optional.of(noEncryption())
                            : Optional.empty();
        };
    }

    /** A refusal before the recipient was named is the server's trouble, not this message's. */
    private static SendOutcome refusal(SMTPException reply) {
        var said = startOf(reply);
        var aboutThis = said.startsWith(ABOUT_THE_RECIPIENT) || said.startsWith(ABOUT_THE_CONTENT);
        return reply.isPermanent() && aboutThis
                ? NotSent.forGood(Cause.EMAIL_REFUSED)
                : NotSent.forNow(Cause.MAIL_UNREACHABLE);
    }

    /** The server offers no encryption where it is required: nothing was said yet. */
    private static SendOutcome noEncryption() {
        return NotSent.forNow(Cause.MAIL_UNREACHABLE);
    }

    private static String startOf(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }

    private static Stream<Throwable> chain(@Nullable Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause);
    }
}
