package com.clinni.fallback.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.FaultyDatabase;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.Transition;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.testbed.fault.CommitCuts.Side;
import com.clinni.testbed.fault.LinkFault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks at the COMMIT: before the server has it, or before we hear of it. */
@QuarkusTest
class LostClaimsTest extends ServiceTest {

    private static final Duration OUTAGE = Duration.ofSeconds(3);

    @Inject Claims claims;
    @Inject Settlement settlement;
    @Inject LostClaims unsure;
    @Inject Messages messages;

    private final String clinic = "clinica-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EITHER")
    void a_claim_is_given_back_with_its_credit_and_sent_once(Side side) {
        var message = sms();
        var id = died(message, Cause.LINE_DOWN);
        FaultyDatabase.cuts().cut(1, 1, side);

        assertThatThrownBy(() -> loop.sendSms()).isInstanceOf(RuntimeException.class);

        assertThat(stateOf(id)).isEqualTo(DeliveryState.RECEIVED);
        assertThat(CreditClient.of(clinic).getInt("available")).isEqualTo(1);
        loop.sendSms();
        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.smsAbout(id)).hasSize(1);
        assertThat(row(id)).containsEntry("possible_duplicate", false);
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
    }

    /** The claim was rolled back, and another node's came before the unsure one was read again. */
    @Test
    void a_node_that_is_unsure_of_its_claim_does_not_take_anothers_for_its_own() {
        var id = died(sms(), Cause.LINE_DOWN);
        var lost = new ArrayList<Intent>();
        QuarkusTransaction.begin();
        lost.addAll(claimWithin());
        QuarkusTransaction.rollback();
        assertThat(claims.claim(Channel.SMS, 1).intents()).hasSize(1);

        unsure.release(lost);

        assertThat(stateOf(id)).isEqualTo(DeliveryState.SENDING);
        assertThat(CreditClient.of(clinic).getInt("reserved")).isEqualTo(1);
    }

    private List<Intent> claimWithin() {
        return messages
                .lockWaiting(
                        Channel.SMS, clock.instant(), clock.instant().plus(Duration.ofDays(2)), 1)
                .stream()
                .flatMap(
                        message ->
                                messages
                                        .move(
                                                Transition.of(message, DeliveryState.SENDING)
                                                        .attempt(Duration.ofMinutes(1)))
                                        .stream())
                .map(claimed -> new Intent(claimed, null, null, null))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EITHER")
    void a_settlement_is_written_down_and_paid_for_once(Side side) {
        var message = sms();
        var id = died(message, Cause.LINE_DOWN);
        var intent = claims.claim(Channel.SMS, 1).intents().getFirst();
        FaultyDatabase.cuts().cut(1, 1, side);

        settlement.settle(intent, new Accepted("sms-1"));

        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(reports(message.reminderId()))
                .filteredOn(report -> report.state() == DeliveryState.ACCEPTED)
                .hasSize(1)
                .allMatch(report -> !report.possibleDuplicate());
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
        assertThat(CreditClient.of(clinic).getInt("reserved")).isZero();
    }

    @Test
    void an_outage_shorter_than_the_lease_makes_no_doubt_of_what_was_sent() {
        var id = died(sms(), Cause.LINE_DOWN);
        var intent = claims.claim(Channel.SMS, 1).intents().getFirst();
        FaultyDatabase.database().fault(LinkFault.Plain.REFUSE);

        var settled =
                CompletableFuture.runAsync(
                        () ->
                                CurrentCaller.run(
                                        Caller.thisService("send-sms"),
                                        () -> settlement.settle(intent, new Accepted("sms-1"))));
        await().pollDelay(OUTAGE).until(() -> !settled.isDone());
        FaultyDatabase.database().heal();

        becomes(id, DeliveryState.ACCEPTED);
        staleIntents.doubtAll();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EITHER")
    void what_arrives_is_taken_in_once_and_its_channel_goes_on(Side side) {
        FaultyDatabase.cuts().cut(3, 1, side);
        var message = TestMessage.message().build();

        died(message, Cause.LINE_DOWN);
        died(TestMessage.message().build(), Cause.LINE_DOWN);

        assertThat(reports(message.reminderId()))
                .singleElement()
                .returns(DeliveryState.RECEIVED, DeliveryReported::state);
    }

    @Test
    void what_arrives_during_an_outage_is_taken_in_after_it() {
        var dead = TestMessage.message().build();
        var direct = TestMessage.message().channel(Channel.EMAIL).build();
        FaultyDatabase.database().fault(LinkFault.Plain.REFUSE);
        TestPublisher.publish(TestPublisher.deadLetter(dead, Cause.LINE_DOWN, 1));
        TestPublisher.publish(direct);
        await().pollDelay(OUTAGE).until(() -> true);
        FaultyDatabase.database().heal();

        stored(MessageId.of(dead.reminderId(), "WHATSAPP", 1));
        stored(MessageId.of(direct.reminderId(), "DIRECT", 1));
    }

    private MessageReady sms() {
        CreditClient.topUp(clinic, 1);
        return TestMessage.message().fallback(Fallback.SMS).clinic(clinic).build();
    }
}
