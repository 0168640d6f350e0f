package com.clinni.whatsapp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import com.clinni.whatsapp.TestMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FallbackReachTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");

    @Test
    void an_email_needs_an_address_that_wants_it() {
        assertThat(reaches(message(Fallback.EMAIL))).isTrue();
        assertThat(reaches(message(Fallback.EMAIL).withoutEmail())).isFalse();
        assertThat(reaches(message(Fallback.EMAIL).optedOutOf(Channel.EMAIL))).isFalse();
        assertThat(reaches(message(Fallback.EMAIL).optedOutOf(Channel.SMS))).isTrue();
    }

    @Test
    void an_sms_goes_where_whatsapp_would_or_else_by_email() {
        assertThat(reaches(message(Fallback.SMS).withoutEmail())).isTrue();
        assertThat(reaches(message(Fallback.SMS).optedOutOf(Channel.SMS))).isTrue();
        assertThat(reaches(message(Fallback.SMS).withoutEmail().optedOutOf(Channel.SMS))).isFalse();
    }

    @Test
    void nothing_reaches_nobody() {
        assertThat(reaches(message(Fallback.NONE))).isFalse();
    }

    private static boolean reaches(TestMessage message) {
        return FallbackReach.of(message.message());
    }

    private static TestMessage message(Fallback fallback) {
        return TestMessage.dueAt(NOON).fallback(fallback, Duration.ZERO);
    }
}
