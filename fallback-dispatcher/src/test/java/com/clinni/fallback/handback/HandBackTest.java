package com.clinni.fallback.handback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.OutageChanged;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.testbed.simulator.channel.Mode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A fallback that nobody can receive is none: WhatsApp is awaited instead. */
@QuarkusTest
class HandBackTest extends HandBackScenario {

    @Test
    void what_no_credit_covers_waits_for_its_line_and_goes_back_as_the_next_generation() {
        outage(line, null);
        var message = withoutEmail().build();
        var id = diedOnLine(message, Cause.LINE_DOWN);
        loop.sendSms();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.RECEIVED);
        assertThat(reports(message.reminderId()).getLast())
                .returns(DeliveryState.RECEIVED, DeliveryReported::state)
                .returns(Channel.WHATSAPP, DeliveryReported::channel)
                .returns(Cause.SMS_NO_CREDIT, DeliveryReported::cause);

        clock.advance(Duration.ofMinutes(1));
        handBack.handBackAll();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.RECEIVED);
        assertThat(sentBack()).isEmpty();

        outage(line, clock.instant());
        handBack.handBackAll();
        handBack.handBackAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.REPLAYED);
        var original = Publication.of(message, "/clinni/reminder-service", MutableClock.START);
        assertThat(sentBack())
                .singleElement()
                .satisfies(
                        row -> {
                            var headers = StoredHeaders.unpack((byte[]) row.get("record_headers"));
                            assertThat(row.get("record_value")).isEqualTo(original.value());
                            assertThat(CloudEventHeaders.generation(headers)).isEqualTo(2);
                            assertThat(headers).noneMatch(h -> h.key().startsWith("dead-letter"));
                        });
    }

    @Test
    void a_blocked_sender_means_waiting_too_and_costs_nothing() {
        var message = withoutEmail().build();
        CreditClient.topUp(message.clinic().clinicId(), 1);
        SimulatedProviders.sms().mode(Mode.SENDER_BLOCKED);
        var id = diedOnLine(message, Cause.LINE_DOWN);
        loop.sendSms();
        await().atMost(PATIENCE).until(() -> "WHATSAPP".equals(row(id).get("channel")));

        clock.advance(Duration.ofMinutes(1));
        handBack.handBackAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.REPLAYED);
        assertThat(CreditClient.of(message.clinic().clinicId()).getInt("available")).isEqualTo(1);
    }

    @Test
    void a_number_abroad_that_is_not_texted_means_waiting_too() {
        var message = withoutEmail().phone("+212600000001").build();
        CreditClient.topUp(message.clinic().clinicId(), 1);
        var id = diedOnLine(message, Cause.LINE_DOWN);
        loop.sendSms();
        assertThat(reports(message.reminderId()).getLast())
                .returns(Channel.WHATSAPP, DeliveryReported::channel)
                .returns(Cause.SMS_COUNTRY_BLOCKED, DeliveryReported::cause);

        clock.advance(Duration.ofMinutes(1));
        handBack.handBackAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.REPLAYED);
        assertThat(SimulatedProviders.smsAbout(id)).isEmpty();
    }

    @Test
    void an_email_that_was_tried_in_vain_goes_back_when_the_line_is_able() {
        SimulatedProviders.mail().mode(Mode.DOWN);
        var id = diedOnLine(TestMessage.message().build(), Cause.LINE_DOWN);
        loop.sendEmails();
        await().atMost(PATIENCE).until(() -> row(id).get("attempts").equals(1));
        becomes(id, DeliveryState.RECEIVED);

        clock.advance(Duration.ofMinutes(1));
        handBack.handBackAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.REPLAYED);
    }

    @Test
    void another_lines_outage_holds_up_nobody() {
        outage("other-" + line, null);
        var id = diedOnLine(alone(), Cause.LINE_DOWN);

        clock.advance(Duration.ofMinutes(1));
        handBack.handBackAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.REPLAYED);
    }

    @Test
    void a_letter_that_does_not_say_its_line_waits_for_all_lines() {
        outage("any-" + line, null);
        var id = died(alone(), Cause.LINE_DOWN);
        clock.advance(Duration.ofMinutes(1));
        handBack.handBackAll();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.RECEIVED);

        outage("any-" + line, clock.instant());
        handBack.handBackAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.REPLAYED);
    }

    @Test
    void nothing_goes_round_in_haste_between_two_services_that_each_cannot() {
        var first = diedOnLine(alone(), Cause.LINE_BUSY);
        var again = alone();
        var third = diedOnLine(again, Cause.LINE_BUSY, 3);
        clock.advance(Duration.ofSeconds(29));
        handBack.handBackAll();
        assertThat(stateOf(first)).isEqualTo(DeliveryState.RECEIVED);

        clock.advance(Duration.ofSeconds(1));
        handBack.handBackAll();
        assertThat(stateOf(first)).isEqualTo(DeliveryState.REPLAYED);
        assertThat(stateOf(third)).isEqualTo(DeliveryState.RECEIVED);

        clock.advance(Duration.ofSeconds(90));
        handBack.handBackAll();
        assertThat(stateOf(third)).isEqualTo(DeliveryState.REPLAYED);
    }

    @Test
    void an_outage_that_ended_stays_ended_and_a_newer_one_counts() {
        outage(line, BEGAN.plusSeconds(5));
        TestPublisher.publish(new OutageChanged(line, BEGAN, null, "LINE_DOWN"));
        TestPublisher.publish(new OutageChanged(line, BEGAN.minusSeconds(9), null, "LINE_DOWN"));
        outage("after-" + line, null);
        assertThat(query("SELECT ended_at FROM line_outage WHERE line = ?", line))
                .singleElement()
                .satisfies(row -> assertThat(row.get("ended_at")).isNotNull());

        TestPublisher.publish(new OutageChanged(line, BEGAN.plusSeconds(9), null, "LINE_DOWN"));

        await().atMost(PATIENCE)
                .until(
                        () ->
                                query("SELECT ended_at FROM line_outage WHERE line = ?", line)
                                                .getFirst()
                                                .get("ended_at")
                                        == null);
    }
}
