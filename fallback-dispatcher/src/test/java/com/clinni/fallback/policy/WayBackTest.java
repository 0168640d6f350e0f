package com.clinni.fallback.policy;

import static com.clinni.events.Channel.EMAIL;
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
import com.clinni.fallback.message.RecordSubject;
import com.clinni.fallback.message.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class WayBackTest {

    private static final Instant NOW = MutableClock.START;
    private static final Duration LAST_CHANCE = Duration.ofMinutes(10);
    private static final Instant IN_TIME = NOW.plus(LAST_CHANCE).plusSeconds(1);

    private static final Cause WHY = Cause.LINE_DOWN;
    private static final boolean CREDIT = true;
    private static final boolean NO_CREDIT = false;

    private final WayBack wayBack = new WayBack(LAST_CHANCE);

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {
                "GATEWAY_UNREACHABLE",
                "LINE_DOWN",
                "LINE_RESTRICTED",
                "LINE_SILENT",
                "LINE_BUSY",
                "RATE_LIMITED",
                "CREDENTIALS_REFUSED",
                "ENGINE_UNSUITABLE"
            })
    void trouble_of_the_line_may_pass(Cause cause) {
        assertThat(wayBack.isOpen(cause, false, IN_TIME, NOW)).isTrue();
        assertThat(wayBack.causes()).contains(cause);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            mode = Mode.EXCLUDE,
            names = {
                "GATEWAY_UNREACHABLE",
                "LINE_DOWN",
                "LINE_RESTRICTED",
                "LINE_SILENT",
                "LINE_BUSY",
                "RATE_LIMITED",
                "CREDENTIALS_REFUSED",
                "ENGINE_UNSUITABLE"
            })
    void nothing_else_does(Cause cause) {
        assertThat(wayBack.isOpen(cause, false, IN_TIME, NOW)).isFalse();
        assertThat(wayBack.causes()).doesNotContain(cause);
    }

    @Test
    void who_may_have_it_already_is_not_sent_it_again() {
        assertThat(wayBack.isOpen(Cause.LINE_DOWN, true, IN_TIME, NOW)).isFalse();
        assertThat(wayBack.isOpenTo(message(Cause.LINE_DOWN, NOW, IN_TIME), NOW)).isFalse();
    }

    @Test
    void the_way_closes_while_a_person_can_still_do_something() {
        assertThat(wayBack.isOpen(Cause.LINE_DOWN, false, NOW.plus(LAST_CHANCE), NOW)).isFalse();
        assertThat(wayBack.closedUntil(NOW)).isEqualTo(NOW.plus(LAST_CHANCE));
    }

    @Test
    void what_did_not_come_from_whatsapp_does_not_go_there() {
        assertThat(wayBack.isOpenTo(message(null, null, IN_TIME), NOW)).isFalse();
        assertThat(wayBack.isOpenTo(message(Cause.LINE_DOWN, null, null), NOW)).isFalse();
        assertThat(wayBack.isOpenTo(message(Cause.LINE_DOWN, null, IN_TIME), NOW)).isTrue();
    }

    static Stream<Arguments> nobody_can_receive() {
        return Stream.of(
                Arguments.of(
                        "no e-mail",
                        whatsapp(Fallback.EMAIL).withoutEmail(Cause.NO_ADDRESS),
                        CREDIT,
                        Cause.NO_ADDRESS),
                Arguments.of(
                        "no credit and no e-mail",
                        whatsapp(Fallback.SMS).withoutEmail(Cause.NO_ADDRESS),
                        NO_CREDIT,
                        Cause.SMS_NO_CREDIT),
                Arguments.of(
                        "opted out of the only channel",
                        whatsapp(Fallback.EMAIL).optedOut(EMAIL),
                        CREDIT,
                        WHY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nobody_can_receive")
    void what_nobody_can_receive_waits_for_whatsapp_where_that_may_come_back(
            String name, TestMessage sample, boolean credit, Cause why) {
        assertThat(next(sample.build(), credit, true))
                .isEqualTo(NextState.leaves(Channel.WHATSAPP, why, NOW));
    }

    @Test
    void whatsapp_is_awaited_only_by_what_wants_something_and_has_no_other_way() {
        assertThat(next(whatsapp(Fallback.EMAIL).build(), CREDIT, true))
                .isEqualTo(NextState.leaves(EMAIL, WHY, NOW));
        assertThat(next(whatsapp(Fallback.SMS).build(), NO_CREDIT, true))
                .isEqualTo(NextState.leaves(EMAIL, WHY, NOW));
        assertThat(next(whatsapp(Fallback.NONE).build(), CREDIT, true).state())
                .isEqualTo(DeliveryState.NOT_WANTED);
        assertThat(next(whatsapp(Fallback.EMAIL).sendBefore(NOW).build(), CREDIT, true).state())
                .isEqualTo(DeliveryState.EXPIRED);
    }

    private static NextState next(MessageReady message, boolean credit, boolean mayGoBack) {
        return FallbackPolicy.next(
                new PolicyContext(message, ChannelFailures.NONE, credit, mayGoBack, WHY, NOW));
    }

    private static TestMessage whatsapp(Fallback fallback) {
        return TestMessage.message().fallback(fallback);
    }

    private static StoredMessage message(
            @Nullable Cause diedOf, @Nullable Instant doubtSince, @Nullable Instant sendBefore) {
        return new StoredMessage(
                UUID.randomUUID(),
                new RecordSubject(UUID.randomUUID(), "a-1", 1, "clinica-1", 1),
                new byte[0],
                null,
                DeliveryState.RECEIVED,
                null,
                diedOf,
                diedOf,
                ChannelFailures.NONE,
                0,
                false,
                false,
                doubtSince,
                sendBefore,
                false,
                1);
    }
}
