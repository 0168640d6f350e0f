package com.clinni.fallback.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmtpErrorsTest {

    private static final SendOutcome LATER = NotSent.forNow(Cause.MAIL_UNREACHABLE);
    private static final SendOutcome NEVER = NotSent.forGood(Cause.EMAIL_REFUSED);

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(reply("recipient address not accepted", 550), NEVER),
                Arguments.of(reply("recipient address not accepted", 552), NEVER),
                Arguments.of(reply("recipient address not accepted", 450), LATER),
                Arguments.of(reply("sending data failed", 554), NEVER),
                Arguments.of(reply("sending data failed", 451), LATER),
                Arguments.of(reply("sender address not accepted", 550), LATER),
                Arguments.of(reply("AUTH failed", 535), LATER),
                Arguments.of(reply("closing", 421), LATER),
                Arguments.of(new ConnectException("refused"), LATER),
                Arguments.of(new UnknownHostException("nowhere"), LATER),
                Arguments.of(new SSLHandshakeException("not trusted"), LATER),
                Arguments.of(new IOException("STARTTLS required but not supported"), LATER),
                Arguments.of(
                        new IOException("socket was closed unexpected."),
                        new InDoubt("NO_FINAL_REPLY")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_failure_means_one_thing(Throwable failure, SendOutcome expected) {
        assertThat(SmtpErrors.outcomeOf(failure)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("table")
    void it_is_found_under_what_wraps_it(Throwable failure, SendOutcome expected) {
        var wrapped = SmtpErrors.outcomeOf(new CompletionException("wrapped", failure));

        assertThat(wrapped.getClass()).isEqualTo(expected.getClass());
    }

    private static SMTPException reply(String about, int code) {
        return new SMTPException(about, code, List.of(code + " no"), false);
    }
}
