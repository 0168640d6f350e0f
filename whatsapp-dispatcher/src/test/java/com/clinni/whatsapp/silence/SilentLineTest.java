package com.clinni.whatsapp.silence;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DELIVERED;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.Fallback;
import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.SilentProfile;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.gateway.Ack;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.receipt.FailureReceipts;
import com.clinni.whatsapp.receipt.Receipts;
import com.clinni.whatsapp.send.SendSteps;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SilentProfile.class)
class SilentLineTest extends SilentLineScenario {

    @Inject Receipts receipts;
    @Inject FailureReceipts failures;
    @Inject SendSteps sends;
    @Inject Lines lines;

    @Test
    void no_more_are_at_stake_than_the_limit_and_the_rest_waits_in_plain_sight() throws Exception {
        phones.ofDefault().mode(Mode.SILENT);
        arrive(30, "default");
        scene.round();
        scene.round();

        assertThat(count("ACCEPTED")).isEqualTo(20);
        assertThat(count("WAITING")).isEqualTo(10);
        RestAssured.get("/lines")
                .then()
                .body("[0].state", Matchers.equalTo("ABLE"))
                .body("[0].unconfirmed", Matchers.equalTo(20))
                .body("[0].unconfirmedAtMost", Matchers.equalTo(20))
                .body("[0].waiting", Matchers.equalTo(10))
                .body("[0].confirmRatio", Matchers.equalTo(0.0f));
    }

    @Test
    void claimers_of_several_pods_do_not_pass_the_limit_together() throws Exception {
        arrive(60, "default");
        scene.update("UPDATE message SET client_message_id = reminder_id::text, chat_id = 'x'");
        var line = lines.named("default").orElseThrow();
        var claimed = new ArrayList<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries =
                    IntStream.range(0, 8)
                            .<Callable<List<UUID>>>mapToObj(
                                    i ->
                                            () ->
                                                    CurrentCaller.call(
                                                            Caller.thisService("claim"),
                                                            () ->
                                                                    sends.claim(
                                                                            line,
                                                                            7,
                                                                            clock.instant())))
                            .toList();
            for (var attempt : threads.invokeAll(tries)) {
                claimed.addAll(attempt.get());
            }
        }
        assertThat(claimed).hasSize(20);
    }

    @Test
    void a_line_whose_webhooks_are_lost_goes_on_because_the_gateway_is_asked() throws Exception {
        arrive(30, "default");
        scene.round();
        assertThat(count("WAITING")).isEqualTo(10);
        clock.advance(Duration.ofMinutes(6));
        silentLines.lookAtLines();
        scene.round();

        assertThat(count("WAITING")).isZero();
        assertThat(stateOf("default")).isEqualTo("ABLE");
    }

    @Test
    void what_a_silent_line_swallowed_goes_to_the_fallback_flagged_and_the_rest_waits()
            throws Exception {
        phones.ofSecond().mode(Mode.SILENT);
        var swallowed = dueOn("second").fallback(Fallback.EMAIL, Duration.ofMinutes(15));
        var stoic = dueOn("second").fallback(Fallback.NONE, Duration.ZERO);
        var moved = dueOn("second").fallback(Fallback.EMAIL, Duration.ofMinutes(15));
        scene.arrives(swallowed, stoic, moved);
        scene.round();
        scene.withdrawn(moved.id());
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        silentLines.lookAtLines();
        assertThat(stateOf("second")).isEqualTo("ABLE");

        clock.advance(Duration.ofSeconds(1));
        silentLines.lookAtLines();
        var waits = dueOn("second");
        scene.arrives(waits);
        scene.round();

        assertThat(stateOf("second")).isEqualTo("DOWN");
        assertThat(scene.one("SELECT cause FROM outage")).isEqualTo("LINE_SILENT");
        assertThat(scene.stateOf(waits)).isEqualTo(WAITING);
        assertThat(scene.reportsOf(swallowed).getLast())
                .returns(DEAD, DeliveryReported::state)
                .returns(Cause.LINE_SILENT, DeliveryReported::cause)
                .returns(true, DeliveryReported::possibleDuplicate);
        assertThat(scene.reportsOf(stoic).getLast())
                .returns(DOUBT_CLOSED, DeliveryReported::state)
                .returns(Cause.LINE_SILENT, DeliveryReported::cause);
        assertThat(scene.stateOf(moved)).isEqualTo(DOUBT_CLOSED);
        assertThat(scene.deadLetters())
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.header("dead-letter-cause"))
                                        .isEqualTo("LINE_SILENT"));
    }

    @Test
    void a_late_receipt_is_history_and_nothing_is_sent_again() throws Exception {
        phones.ofSecond().mode(Mode.SILENT);
        var message = dueOn("second");
        var stoic = dueOn("second").fallback(Fallback.NONE, Duration.ZERO);
        scene.arrives(message, stoic);
        scene.round();
        clock.advance(Duration.ofMinutes(5));
        silentLines.lookAtLines();

        hear(message, Ack.DEVICE);
        hear(message, Ack.SERVER);
        hear(stoic, Ack.DEVICE);
        silentLines.lookAtLines();
        scene.round();

        assertThat(scene.reportedOf(message))
                .containsExactly(WAITING, SENDING, ACCEPTED, DEAD, DELIVERED);
        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
        assertThat(scene.deadLetters()).hasSize(1);
        assertThat(scene.reportsOf(stoic).getLast())
                .returns(DELIVERED, DeliveryReported::state)
                .returns(false, DeliveryReported::possibleDuplicate);
        assertThat(stateOf("second")).as("what was heard shows that it works").isEqualTo("ABLE");
    }

    @Test
    void a_look_that_a_death_cut_short_is_finished_by_the_next() throws Exception {
        phones.ofSecond().mode(Mode.SILENT);
        arrive(3, "second");
        scene.round();
        clock.advance(Duration.ofMinutes(6));
        scene.update("UPDATE line SET silent_after = 0 WHERE name = 'second'");
        scene.update("UPDATE canary SET confirmed_at = NULL");
        silentLines.lookAtLines();

        assertThat(stateOf("second")).isEqualTo("DOWN");
        assertThat(count("DEAD")).isEqualTo(3);
    }

    @Test
    void a_gateway_that_says_itself_that_it_is_not_connected_is_no_silent_one() throws Exception {
        phones.ofSecond().mode(Mode.SILENT);
        arrive(3, "second");
        scene.round();
        phones.ofSecond().mode(Mode.DOWN);
        clock.advance(Duration.ofMinutes(6));
        silentLines.lookAtLines();

        assertThat(count("ACCEPTED")).isEqualTo(3);
    }

    @Test
    void a_failure_whose_webhook_was_lost_is_found_by_asking() throws Exception {
        phones.ofSecond().behave(new Behaviour(Mode.UNDELIVERED, null, null, 463));
        var message = dueOn("second");
        scene.arrives(message);
        scene.round();
        clock.advance(Duration.ofSeconds(10));
        silentLines.lookAtLines();

        assertThat(scene.reportsOf(message).getLast())
                .returns(DEAD, DeliveryReported::state)
                .returns(Cause.LINE_RESTRICTED, DeliveryReported::cause)
                .returns(false, DeliveryReported::possibleDuplicate);
        assertThat(stateOf("second")).isEqualTo("RESTRICTED");
    }

    @Test
    void a_canary_that_fails_shows_that_whatsapp_answers() throws Exception {
        phones.ofDefault().mode(Mode.SILENT);
        arrive(1, "default");
        scene.round();
        clock.advance(Duration.ofMinutes(1));
        silentLines.lookAtLines();
        assertThat(scene.one("SELECT count(*) FROM canary")).isEqualTo("1");
        var id = scene.one("SELECT client_message_id FROM canary");
        QuarkusTransaction.requiringNew()
                .run(() -> failures.received(id, NotSentReason.REFUSED_BY_PROVIDER));
        clock.advance(Duration.ofMinutes(2));
        silentLines.lookAtLines();

        assertThat(stateOf("default")).isEqualTo("ABLE");
        assertThat(scene.one("SELECT count(*) FROM canary WHERE failed_at IS NOT NULL"))
                .isEqualTo("1");
    }

    private void hear(TestMessage ready, Ack ack) {
        var id =
                scene.one(
                        "SELECT client_message_id FROM message WHERE reminder_id = ?", ready.id());
        QuarkusTransaction.requiringNew().run(() -> receipts.received(id, ack));
    }
}
