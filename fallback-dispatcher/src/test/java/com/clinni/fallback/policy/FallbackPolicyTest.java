package com.clinni.fallback.policy;

import static com.clinni.events.Channel.EMAIL;
import static com.clinni.events.Channel.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.message.ChannelFailures;
import com.clinni.fallback.message.NextState;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FallbackPolicyTest {

    private static final Cause ABROAD = Cause.SMS_COUNTRY_BLOCKED;
    private static final Instant NOW = MutableClock.START;
    private static final Cause WHY = Cause.LINE_DOWN;
    private static final NextState BY_EMAIL = NextState.leaves(EMAIL, WHY, NOW);
    private static final NextState BY_SMS = NextState.leaves(SMS, WHY, NOW);
    private static final boolean CREDIT = true;
    private static final boolean NO_CREDIT = false;

    static Stream<Arguments> after_whatsapp() {
        return Stream.of(
                Arguments.of(
                        "nothing",
                        whatsapp(Fallback.NONE),
                        CREDIT,
                        NextState.unwanted(DeliveryState.NOT_WANTED, WHY, "no-fallback")),
                Arguments.of("e-mail", whatsapp(Fallback.EMAIL), CREDIT, BY_EMAIL),
                Arguments.of(
                        "no e-mail never buys an SMS",
                        whatsapp(Fallback.EMAIL).withoutEmail(Cause.NO_ADDRESS),
                        CREDIT,
                        needsAttention(Cause.NO_ADDRESS)),
                Arguments.of(
                        "a wrong e-mail is named",
                        whatsapp(Fallback.EMAIL).withoutEmail(Cause.EMAIL_INVALID),
                        CREDIT,
                        needsAttention(Cause.EMAIL_INVALID)),
                Arguments.of(
                        "opted out of the only channel",
                        whatsapp(Fallback.EMAIL).optedOut(EMAIL),
                        CREDIT,
                        suppressed("opted-out-of-email")),
                Arguments.of("SMS", whatsapp(Fallback.SMS), CREDIT, BY_SMS),
                Arguments.of("no credit", whatsapp(Fallback.SMS), NO_CREDIT, BY_EMAIL),
                Arguments.of(
                        "no credit and no e-mail",
                        whatsapp(Fallback.SMS).withoutEmail(Cause.NO_ADDRESS),
                        NO_CREDIT,
                        needsAttention(Cause.SMS_NO_CREDIT)),
                Arguments.of(
                        "no mobile",
                        whatsapp(Fallback.SMS).withoutPhone(Cause.NOT_MOBILE),
                        CREDIT,
                        BY_EMAIL),
                Arguments.of(
                        "no mobile and no e-mail",
                        whatsapp(Fallback.SMS)
                                .withoutPhone(Cause.NOT_MOBILE)
                                .withoutEmail(Cause.NO_ADDRESS),
                        CREDIT,
                        needsAttention(Cause.NOT_MOBILE)),
                Arguments.of(
                        "a number abroad that is not texted",
                        whatsapp(Fallback.SMS).withoutPhone(ABROAD).phone("+212600000001"),
                        CREDIT,
                        BY_EMAIL),
                Arguments.of(
                        "a number abroad and no e-mail",
                        whatsapp(Fallback.SMS)
                                .withoutPhone(ABROAD)
                                .phone("+212600000001")
                                .withoutEmail(Cause.NO_ADDRESS),
                        CREDIT,
                        needsAttention(ABROAD)),
                Arguments.of(
                        "opted out of SMS", whatsapp(Fallback.SMS).optedOut(SMS), CREDIT, BY_EMAIL),
                Arguments.of(
                        "opted out of both",
                        whatsapp(Fallback.SMS).optedOut(SMS, EMAIL),
                        CREDIT,
                        suppressed("opted-out-of-every-channel")),
                Arguments.of(
                        "opted out of e-mail and no credit",
                        whatsapp(Fallback.SMS).optedOut(EMAIL),
                        NO_CREDIT,
                        needsAttention(Cause.SMS_NO_CREDIT)),
                Arguments.of(
                        "opting out of WhatsApp says nothing of e-mail",
                        whatsapp(Fallback.EMAIL).optedOut(Channel.WHATSAPP),
                        CREDIT,
                        BY_EMAIL),
                Arguments.of(
                        "too late",
                        whatsapp(Fallback.SMS).sendBefore(NOW),
                        CREDIT,
                        NextState.ends(DeliveryState.EXPIRED, WHY)),
                Arguments.of(
                        "too late comes before nothing",
                        whatsapp(Fallback.NONE).sendBefore(NOW),
                        CREDIT,
                        NextState.ends(DeliveryState.EXPIRED, WHY)));
    }

    static Stream<Arguments> in_quiet_hours() {
        return Stream.of(
                Arguments.of(
                        "SMS waits",
                        whatsapp(Fallback.SMS).quiet("12:30", "16:00"),
                        waitsUntil(Instant.parse("2030-03-05T15:00:00Z"))),
                Arguments.of(
                        "SMS waits over midnight",
                        whatsapp(Fallback.SMS).quiet("12:30", "09:00"),
                        waitsUntil(Instant.parse("2030-03-06T08:00:00Z"))),
                Arguments.of(
                        "SMS that would be too late goes by e-mail",
                        whatsapp(Fallback.SMS)
                                .quiet("12:30", "16:00")
                                .sendBefore(Instant.parse("2030-03-05T15:00:00Z")),
                        BY_EMAIL),
                Arguments.of(
                        "SMS that would be too late without e-mail",
                        whatsapp(Fallback.SMS)
                                .quiet("12:30", "16:00")
                                .sendBefore(Instant.parse("2030-03-05T15:00:00Z"))
                                .withoutEmail(Cause.NO_ADDRESS),
                        needsAttention(Cause.QUIET_HOURS)),
                Arguments.of(
                        "e-mail may leave",
                        whatsapp(Fallback.EMAIL).quiet("12:30", "16:00"),
                        BY_EMAIL),
                Arguments.of(
                        "their end is not quiet",
                        whatsapp(Fallback.SMS).quiet("09:00", "13:00"),
                        BY_SMS));
    }

    static Stream<Arguments> a_clinics_own_channel() {
        return Stream.of(
                Arguments.of("e-mail", direct(EMAIL, Fallback.NONE), CREDIT, BY_EMAIL),
                Arguments.of("SMS", direct(SMS, Fallback.NONE), CREDIT, BY_SMS),
                Arguments.of(
                        "no e-mail never buys an SMS here either",
                        direct(EMAIL, Fallback.SMS).withoutEmail(Cause.NO_ADDRESS),
                        CREDIT,
                        needsAttention(Cause.NO_ADDRESS)),
                Arguments.of(
                        "SMS without credit goes by e-mail, whatever else the clinic wants",
                        direct(SMS, Fallback.NONE),
                        NO_CREDIT,
                        BY_EMAIL),
                Arguments.of(
                        "SMS without credit and without e-mail",
                        direct(SMS, Fallback.NONE).withoutEmail(Cause.NO_ADDRESS),
                        NO_CREDIT,
                        needsAttention(Cause.SMS_NO_CREDIT)),
                Arguments.of(
                        "no mobile and nothing in its place",
                        direct(SMS, Fallback.NONE).withoutPhone(Cause.NOT_MOBILE),
                        CREDIT,
                        needsAttention(Cause.NOT_MOBILE)),
                Arguments.of(
                        "SMS without credit, then e-mail",
                        direct(SMS, Fallback.EMAIL),
                        NO_CREDIT,
                        BY_EMAIL),
                Arguments.of(
                        "opted out of e-mail, SMS instead",
                        direct(EMAIL, Fallback.SMS).optedOut(EMAIL),
                        CREDIT,
                        BY_SMS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("after_whatsapp")
    void what_follows_whatsapp(
            String name, TestMessage sample, boolean credit, NextState expected) {
        assertThat(next(sample.build(), ChannelFailures.NONE, credit)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("in_quiet_hours")
    void what_quiet_hours_do(String name, TestMessage sample, NextState expected) {
        assertThat(next(sample.build(), ChannelFailures.NONE, CREDIT)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("a_clinics_own_channel")
    void what_follows_a_clinics_own_channel(
            String name, TestMessage sample, boolean credit, NextState expected) {
        assertThat(next(sample.build(), ChannelFailures.NONE, credit)).isEqualTo(expected);
    }

    @Test
    void a_refused_email_buys_an_sms_where_the_clinic_says_so() {
        var failures = ChannelFailures.NONE.with(EMAIL, Cause.EMAIL_REFUSED);

        assertThat(next(direct(EMAIL, Fallback.SMS).build(), failures, CREDIT)).isEqualTo(BY_SMS);
        assertThat(next(direct(EMAIL, Fallback.EMAIL).build(), failures, CREDIT))
                .isEqualTo(needsAttention(Cause.EMAIL_REFUSED));
    }

    @Test
    void what_failed_first_is_the_cause_when_everything_failed() {
        var failures =
                ChannelFailures.NONE.with(SMS, Cause.SMS_REFUSED).with(EMAIL, Cause.EMAIL_REFUSED);

        assertThat(next(whatsapp(Fallback.SMS).build(), failures, CREDIT))
                .isEqualTo(needsAttention(Cause.SMS_REFUSED));
    }

    private static NextState next(MessageReady message, ChannelFailures failures, boolean credit) {
        return FallbackPolicy.next(new PolicyContext(message, failures, credit, false, WHY, NOW));
    }

    private static NextState suppressed(String detail) {
        return NextState.unwanted(DeliveryState.SUPPRESSED, WHY, detail);
    }

    private static NextState needsAttention(Cause cause) {
        return NextState.ends(DeliveryState.NEEDS_ATTENTION, cause);
    }

    private static NextState waitsUntil(Instant quietEnd) {
        return NextState.leaves(SMS, WHY, quietEnd);
    }

    private static TestMessage whatsapp(Fallback fallback) {
        return TestMessage.message().fallback(fallback);
    }

    private static TestMessage direct(Channel channel, Fallback fallback) {
        return TestMessage.message().channel(channel).fallback(fallback);
    }
}
