package com.clinni.fallback.handback;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What stays here, although WhatsApp gave it up because of its line, and what never does. */
@QuarkusTest
class NotHandedBackTest extends HandBackScenario {

    @Test
    void ten_minutes_before_its_send_before_it_needs_attention() {
        outage(line, null);
        var message = alone();
        var id = diedOnLine(message, Cause.LINE_DOWN);
        clock.set(message.sendBefore().minus(Duration.ofMinutes(10)).minusSeconds(1));
        handBack.handBackAll();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.RECEIVED);

        clock.advance(Duration.ofSeconds(1));
        outage(line, clock.instant());
        handBack.handBackAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(id)).isEqualTo(Cause.NO_ADDRESS);
        assertThat(sentBack()).isEmpty();
    }

    @Test
    void whoever_wants_no_email_waits_too_and_ends_as_suppressed() {
        var message =
                TestMessage.message().fallback(Fallback.EMAIL).optedOut(Channel.EMAIL).build();
        outage(line, null);
        var id = diedOnLine(message, Cause.LINE_DOWN);
        assertThat(stateOf(id)).isEqualTo(DeliveryState.RECEIVED);

        clock.set(message.sendBefore().minus(Duration.ofMinutes(10)));
        handBack.handBackAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.SUPPRESSED);
    }

    @Test
    void a_final_refusal_is_given_to_the_policy_at_once() {
        var id = diedOnLine(alone(), Cause.NOT_ON_WHATSAPP);

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
    }

    @Test
    void whoever_may_have_it_already_is_not_sent_it_again() {
        var message = alone();
        var ready = Publication.of(message, "/clinni/reminder-service", MutableClock.START);
        TestPublisher.publish(
                TestPublisher.deadLetter(
                        ready,
                        new Death(
                                Cause.LINE_SILENT,
                                null,
                                "whatsapp-dispatcher",
                                MutableClock.START,
                                true,
                                line)));

        assertThat(stateOf(stored(MessageId.of(message.reminderId(), "WHATSAPP", 1))))
                .isEqualTo(DeliveryState.NEEDS_ATTENTION);
    }

    @Test
    void a_visit_that_was_moved_meanwhile_does_not_go_back() {
        var message = alone();
        var id = diedOnLine(message, Cause.LINE_DOWN);
        execute(
                "INSERT INTO withdrawal (reminder_id, at) VALUES ('"
                        + message.reminderId()
                        + "', now())");
        clock.advance(Duration.ofMinutes(1));

        handBack.handBackAll();
        worthless.closeAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(sentBack()).isEmpty();
    }
}
