package com.clinni.whatsapp.receipt;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DELIVERED;
import static com.clinni.events.DeliveryState.IN_DOUBT;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.events.DeliveryState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.Fallback;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.gateway.Ack;
import com.clinni.whatsapp.gateway.NotSentReason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway had accepted it, and WhatsApp refuses it. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class FailureReceiptsTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject Receipts receipts;
    @Inject FailureReceipts failures;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "EMAIL", "SMS"})
    void what_was_accepted_and_fails_goes_the_way_of_any_refusal_at_once(Fallback policy)
            throws Exception {
        var message = accepted(due().fallback(policy, Duration.ofHours(1)));
        fails(message);
        fails(message);

        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SENDING, ACCEPTED, DEAD);
        assertThat(scene.reportsOf(message).getLast())
                .returns(Cause.REFUSED_BY_PROVIDER, DeliveryReported::cause)
                .returns(false, DeliveryReported::possibleDuplicate);
        assertThat(scene.deadLetters())
                .singleElement()
                .returns("REFUSED_BY_PROVIDER", letter -> letter.header("dead-letter-cause"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEVICE", "READ"})
    void what_has_arrived_has_not_failed(Ack ack) throws Exception {
        var message = accepted(due());
        hears(message, ack);
        fails(message);

        assertThat(scene.stateOf(message)).isEqualTo(ack.state());
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void what_arrives_after_it_had_failed_is_told_and_flagged_and_stays_with_the_fallback()
            throws Exception {
        var message = accepted(due());
        fails(message);
        hears(message, Ack.SERVER);
        hears(message, Ack.DEVICE);
        hears(message, Ack.DEVICE);
        fails(message);

        assertThat(scene.reportedOf(message))
                .containsExactly(WAITING, SENDING, ACCEPTED, DEAD, DELIVERED);
        assertThat(scene.reportsOf(message).getLast())
                .returns(true, DeliveryReported::possibleDuplicate);
        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
        assertThat(scene.deadLetters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENDING", "IN_DOUBT"})
    void a_failure_that_overtakes_the_answer_settles(String state) throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        scene.update("UPDATE message SET state = ?", state);
        fails(message);

        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
        hears(message, Ack.READ);
        assertThat(scene.reportsOf(message).getLast().possibleDuplicate()).isTrue();
    }

    @Test
    void what_waits_to_be_sent_again_is_sent_again() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        fails(message);
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);

        scene.dispatch();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void nothing_takes_the_place_of_what_was_withdrawn_or_opted_out_of_meanwhile()
            throws Exception {
        var moved = accepted(due());
        var left = accepted(due());
        scene.withdrawn(moved.id());
        scene.update(
                "INSERT INTO opt_out VALUES ('default', ?, now())",
                left.message().recipient().phone().e164());
        fails(moved);
        fails(left);

        assertThat(scene.stateOf(moved)).isEqualTo(WITHDRAWN);
        assertThat(scene.stateOf(left)).isEqualTo(SUPPRESSED);
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void a_failure_for_an_id_that_nobody_knows_yet_is_kept_until_somebody_does() throws Exception {
        told("3EB0GATEWAY1");
        QuarkusTransaction.requiringNew().run(() -> receipts.received("3EB0GATEWAY1", Ack.SERVER));
        var message = accepted(due());
        scene.update("UPDATE message SET gateway_message_id = '3EB0GATEWAY1'");
        failures.matchKept();
        receipts.matchKept();

        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
        assertThat(scene.one("SELECT count(*) FROM receipt")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_what_is_kept_delivered_wins_in_whatever_order(boolean failedFirst) throws Exception {
        if (failedFirst) {
            told("3EB0GATEWAY1");
        }
        QuarkusTransaction.requiringNew().run(() -> receipts.received("3EB0GATEWAY1", Ack.DEVICE));
        told("3EB0GATEWAY1");
        var message = accepted(due());
        scene.update("UPDATE message SET gateway_message_id = '3EB0GATEWAY1'");
        failures.matchKept();
        receipts.matchKept();

        assertThat(scene.stateOf(message)).isEqualTo(DELIVERED);
    }

    @Test
    void a_look_up_that_says_failed_ends_a_doubt_at_once() throws Exception {
        phones.ofDefault().mode(Mode.UNDELIVERED);
        var message = accepted(due());
        scene.update(
                "UPDATE message SET state = 'IN_DOUBT', doubt_since = ?::timestamptz,"
                        + " next_look_at = ?::timestamptz",
                clock.instant().toString(),
                clock.instant().toString());
        assertThat(scene.stateOf(message)).isEqualTo(IN_DOUBT);
        scene.reconcile();

        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
        assertThat(scene.reportsOf(message).getLast())
                .returns(Cause.REFUSED_BY_PROVIDER, DeliveryReported::cause)
                .returns(false, DeliveryReported::possibleDuplicate);
    }

    @Test
    void a_reply_that_fails_is_not_sent_again() {
        scene.update(
                "INSERT INTO reply (line, phone, kind, day, chat_id, body, state, created_at,"
                    + " send_before, client_message_id) VALUES ('default', '+34600000123',"
                    + " 'AUTOMATIC', now(), 'x', 'x', 'ACCEPTED', now(), now(), '3EB0REPLY001')");
        told("3EB0REPLY001");
        assertThat(scene.one("SELECT state FROM reply")).isEqualTo("NOT_SENT");
        assertThat(scene.one("SELECT count(*) FROM receipt")).isEqualTo("0");
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    private TestMessage accepted(TestMessage message) throws Exception {
        scene.arrives(message);
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
        return message;
    }

    private void fails(TestMessage message) {
        told(idOf(message));
    }

    private void hears(TestMessage message, Ack ack) {
        QuarkusTransaction.requiringNew().run(() -> receipts.received(idOf(message), ack));
    }

    private String idOf(TestMessage message) {
        return scene.one(
                "SELECT client_message_id FROM message WHERE reminder_id = ?", message.id());
    }

    private void told(String messageId) {
        QuarkusTransaction.requiringNew()
                .run(() -> failures.received(messageId, NotSentReason.REFUSED_BY_PROVIDER));
    }
}
