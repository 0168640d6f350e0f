package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.Topics;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestMessage;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Verdicts about the channels that are left to a patient. */
@QuarkusTest
class ReplayChannelsTest extends ReplayScenario {

    @Test
    void what_only_whatsapp_can_bring_is_told_that_its_line_is_down() {
        var only = diedOnLine(undeliverable(), Cause.NOT_ON_WHATSAPP);
        var other = diedOnLine(TestMessage.message().build(), Cause.NOT_ON_WHATSAPP);
        execute("UPDATE message SET state = 'NEEDS_ATTENTION' WHERE id = '%s'".formatted(other));
        outage(true);

        dryRun(only, other)
                .body("verdicts[0].verdict", equalTo("LINE_DOWN"))
                .body("verdicts[1].verdict", equalTo("REPLAY"));
        replay(null, List.of(only), Map.of()).statusCode(202).body("counts.LINE_DOWN", equalTo(1));
        assertThat(stateOf(only)).isEqualTo(DeliveryState.NEEDS_ATTENTION);

        outage(false);
        assertThat(verdictOf(only)).isEqualTo("REPLAY");
    }

    @Test
    void what_may_wait_for_its_line_goes_back_when_somebody_says_so() {
        var id = diedOnLine(undeliverable(), Cause.NOT_ON_WHATSAPP);
        outage(true);

        replay(null, List.of(id), Map.of("despite", List.of("LINE_DOWN")))
                .statusCode(202)
                .body("verdicts[0].verdict", equalTo("REPLAY"));
    }

    @Test
    void what_no_channel_can_bring_is_told_so_and_nobody_can_overrule_it() {
        var nowhere =
                TestMessage.message()
                        .withoutEmail(Cause.NO_ADDRESS)
                        .withoutPhone(Cause.PHONE_INVALID)
                        .build();
        var nothing =
                TestMessage.message()
                        .fallback(Fallback.NONE)
                        .withoutPhone(Cause.NOT_MOBILE)
                        .build();
        var unwanted =
                TestMessage.message()
                        .withoutEmail(Cause.NO_ADDRESS)
                        .optedOut(Channel.WHATSAPP)
                        .build();
        var tooQuiet =
                TestMessage.message()
                        .withoutEmail(Cause.NO_ADDRESS)
                        .quiet("08:00", "23:00")
                        .sendBefore(MutableClock.START.plus(Duration.ofHours(2)))
                        .build();
        for (var message : List.of(nowhere, nothing, unwanted, tooQuiet)) {
            var id = needingAttention(message, Topics.WHATSAPP_READY, Cause.NOT_ON_WHATSAPP);

            replay(null, List.of(id), Map.of("despite", List.of("LINE_DOWN", "WILL_FAIL_AGAIN")))
                    .statusCode(202)
                    .body("verdicts[0].verdict", equalTo("NO_CHANNEL"));
            assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        }
    }

    @Test
    void a_number_that_whatsapp_took_for_none_has_no_channel_there() {
        assertThat(verdictOf(died(undeliverable(), Cause.PHONE_INVALID))).isEqualTo("NO_CHANNEL");
        assertThat(verdictOf(died(undeliverable(), Cause.NOT_ON_WHATSAPP))).isEqualTo("REPLAY");
    }

    @Test
    void a_number_that_opted_out_has_no_channel_until_its_clinic_may_write_again() {
        var phone = "+34600300999";
        var message = TestMessage.message().withoutEmail(Cause.NO_ADDRESS).phone(phone).build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        execute("INSERT INTO opt_out VALUES ('clinni', '%s', true, 1)".formatted(phone));
        assertThat(verdictOf(id)).isEqualTo("NO_CHANNEL");

        execute(
                "INSERT INTO opt_in VALUES ('%s', '%s', 2)"
                        .formatted(phone, message.clinic().clinicId()));

        assertThat(verdictOf(id)).isEqualTo("REPLAY");
    }

    @Test
    void credit_is_counted_down_over_a_replay() {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 3; i++) {
            ids.add(ready(byOwnSms()));
        }
        loop.sendSms();
        assertThat(ids).allMatch(id -> causeOf(id) == Cause.SMS_NO_CREDIT);
        dryRun(ids.toArray(UUID[]::new)).body("counts.NO_CHANNEL", equalTo(3));

        CreditClient.topUp("own-sms", 2);

        dryRun(ids.toArray(UUID[]::new))
                .body("verdicts.verdict", equalTo(List.of("REPLAY", "REPLAY", "NO_CHANNEL")));
        replay(null, ids, Map.of())
                .statusCode(202)
                .body("verdicts.verdict", equalTo(List.of("REPLAY", "REPLAY", "NO_CHANNEL")));
        assertThat(CreditClient.of("own-sms").getInt("reserved")).isZero();
    }

    private static MessageReady byOwnSms() {
        return TestMessage.message()
                .channel(Channel.SMS)
                .fallback(Fallback.NONE)
                .withoutEmail(Cause.NO_ADDRESS)
                .clinic("own-sms")
                .build();
    }
}
