package com.clinni.fallback.withdrawal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.ReminderWithdrawn.Reason;
import com.clinni.events.Topics;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody at the clinic sends a reminder that nothing here could deliver. */
@QuarkusTest
class SentByHandLoopTest extends ServiceTest {

    @Inject SentByHandLoop sentByHand;

    @Test
    void what_a_person_sent_by_hand_needs_attention_no_more_and_that_is_told() {
        var message = undeliverable();
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        withdraw(message, Reason.SENT_BY_HAND);

        becomes(id, DeliveryState.WITHDRAWN);
        var told = reports(message.reminderId());
        assertThat(told.getLast().state()).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(told.getLast().sequence()).isGreaterThan(told.getFirst().sequence());
    }

    @Test
    void it_is_not_sent_again_however_it_is_asked_for() {
        var message = undeliverable();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        withdraw(message, Reason.SENT_BY_HAND);
        becomes(id, DeliveryState.WITHDRAWN);

        replay(id).body("verdicts[0].verdict", equalTo("SKIPPED_WITHDRAWN"));

        assertThat(stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
        assertThat(query("SELECT 1 FROM outbox WHERE topic = ?", Topics.WHATSAPP_READY)).isEmpty();
    }

    @Test
    void what_is_given_up_after_it_was_sent_by_hand_is_settled_too() {
        var message = undeliverable();
        execute(
                "INSERT INTO withdrawal (reminder_id, at, reason) VALUES ('%s', now(), '%s')"
                        .formatted(message.reminderId(), Reason.SENT_BY_HAND));
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        sentByHand.settleAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
    }

    @Test
    void an_sms_in_doubt_that_was_sent_by_hand_counts_as_spent() {
        var message = undeliverable();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        var clinic = message.clinic().clinicId();
        execute(
                "INSERT INTO sms_credit (clinic_id, purchased, reserved, spent) VALUES ('%s', 2, 1, 0)"
                        .formatted(clinic));
        execute(
                "INSERT INTO sms_reservation (message_id, clinic_id, segments) VALUES ('%s', '%s', 1)"
                        .formatted(id, clinic));

        withdraw(message, Reason.SENT_BY_HAND);

        becomes(id, DeliveryState.WITHDRAWN);
        assertThat(query("SELECT reserved, spent FROM sms_credit WHERE clinic_id = ?", clinic))
                .containsExactly(Map.of("reserved", 0, "spent", 1));
    }

    @Test
    void what_a_moved_visit_leaves_behind_stays_in_sight() {
        var message = undeliverable();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        var other = undeliverable();
        var otherId = died(other, Cause.NOT_ON_WHATSAPP);

        withdraw(message, Reason.MOVED);
        withdraw(other, Reason.SENT_BY_HAND);

        becomes(otherId, DeliveryState.WITHDRAWN);
        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        replay(id).body("verdicts[0].verdict", equalTo("SKIPPED_WITHDRAWN"));
    }

    private static MessageReady undeliverable() {
        return TestMessage.message().withoutEmail(Cause.NO_ADDRESS).build();
    }

    private static void withdraw(MessageReady message, Reason reason) {
        TestPublisher.publish(
                new ReminderWithdrawn(
                        message.reminderId(),
                        message.appointmentId(),
                        1,
                        message.clinic().clinicId(),
                        reason,
                        MutableClock.START));
    }

    private static ValidatableResponse replay(UUID id) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("ids", List.of(id.toString()), "reason", "WhatsApp is back"))
                .post("/replays")
                .then()
                .statusCode(202);
    }
}
