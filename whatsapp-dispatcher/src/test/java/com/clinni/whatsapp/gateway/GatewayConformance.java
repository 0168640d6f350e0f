package com.clinni.whatsapp.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.ReceivedWhatsApp;
import com.clinni.whatsapp.gateway.Reconciliation.CredentialsRefused;
import com.clinni.whatsapp.gateway.Reconciliation.Failed;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.gateway.Reconciliation.ProvedAbsent;
import com.clinni.whatsapp.gateway.Reconciliation.Unknown;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every adapter must do, whatever gateway it speaks to. */
public abstract class GatewayConformance extends PeopleConformance {

    /** Whether the gateway gives ids for messages to come. */
    protected abstract boolean givesIds();

    /** Whether the gateway's messages can be looked up. */
    protected abstract boolean keepsMessages();

    @Test
    void what_the_gateway_can_do_is_known_before_anything_is_sent() {
        assertThat(gateway().inspect())
                .isEqualTo(
                        givesIds() && keepsMessages()
                                ? SessionState.READY
                                : SessionState.ENGINE_UNSUITABLE);
        assertThat(strangers().inspect()).isEqualTo(SessionState.CREDENTIALS_REFUSED);
        simulator().mode(Mode.SESSION_LOST);
        assertThat(gateway().inspect()).isEqualTo(SessionState.NEEDS_QR);
        simulator().mode(Mode.DOWN);
        assertThat(gateway().inspect()).isEqualTo(SessionState.UNREACHABLE);
    }

    @Test
    void an_id_is_given_or_it_is_said_that_there_are_none() {
        assertThat(gateway().newMessageId())
                .isInstanceOf(givesIds() ? NewMessageId.Given.class : NewMessageId.NotGiven.class)
                .isNotEqualTo(new NewMessageId.NotGiven(NotSentReason.GATEWAY_UNREACHABLE));
        assertThat(strangers().newMessageId())
                .isEqualTo(new NewMessageId.NotGiven(NotSentReason.CREDENTIALS_REFUSED));
    }

    @Test
    void a_number_that_exists_can_be_written_to_under_an_id_of_our_own() {
        var chat = chat();
        var id = newId();

        var outcome = gateway().send(chat, "hola", id, () -> true);

        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(outcome.equals(new Accepted(id.value()))).isEqualTo(givesIds());
        assertThat(simulator().received())
                .singleElement()
                .returns(ANA.e164(), ReceivedWhatsApp::to)
                .returns("hola", ReceivedWhatsApp::text);
    }

    @Test
    void a_number_that_does_not_exist_is_told_apart_from_not_knowing() {
        simulator().behave(Behaviour.notOnWhatsApp(ANA.e164()));
        assertThat(gateway().exists(ANA)).isEqualTo(new Existence.No());

        simulator().mode(Mode.SESSION_LOST);
        assertThat(gateway().exists(ANA)).isEqualTo(new Existence.Unknown(NotSentReason.LINE_DOWN));
        assertThat(strangers().exists(ANA))
                .isEqualTo(new Existence.Unknown(NotSentReason.CREDENTIALS_REFUSED));
    }

    @Test
    void what_was_not_sent_is_called_not_sent() {
        var chat = chat();
        var id = newId();

        assertNotSent(Mode.DOWN, chat, id, NotSentReason.GATEWAY_UNREACHABLE);
        assertNotSent(Mode.ERROR_503, chat, id, NotSentReason.GATEWAY_UNREACHABLE);
        assertNotSent(Mode.SESSION_LOST, chat, id, NotSentReason.LINE_DOWN);
        assertNotSent(Mode.RATE_LIMITED, chat, id, NotSentReason.RATE_LIMITED);
        simulator().mode(Mode.OK);
        assertThat(strangers().send(chat, "hola", id, () -> true))
                .isEqualTo(new NotSent(NotSentReason.CREDENTIALS_REFUSED));
        assertThat(simulator().received()).isEmpty();
    }

    @Test
    void what_may_have_been_sent_is_called_in_doubt() {
        var chat = chat();

        for (var mode : new Mode[] {Mode.ERROR_500, Mode.GARBAGE, Mode.HANG_AFTER_SENDING}) {
            var id = newId();
            simulator().mode(mode);
            assertThat(gateway().send(chat, "hola", id, () -> true))
                    .as(mode.name())
                    .isInstanceOf(InDoubt.class);
            simulator().mode(Mode.OK);
        }
    }

    @Test
    void a_restriction_is_recognised_although_the_answer_is_a_500() {
        var chat = chat();
        var id = newId();
        simulator().behave(new Behaviour(Mode.ERROR_500, null, null, 463));

        assertThat(gateway().send(chat, "hola", id, () -> true))
                .isEqualTo(new NotSent(NotSentReason.LINE_RESTRICTED));
    }

    @Test
    void a_rate_limit_of_whatsapps_own_is_recognised_although_the_answer_is_a_500() {
        var chat = chat();
        var id = newId();
        simulator().behave(new Behaviour(Mode.ERROR_500, null, null, 429));

        assertThat(gateway().send(chat, "hola", id, () -> true))
                .isEqualTo(new NotSent(NotSentReason.RATE_LIMITED));
    }

    @Test
    void what_was_accepted_and_failed_afterwards_is_no_message_that_was_found() {
        assumeThat(givesIds() && keepsMessages()).isTrue();
        var chat = chat();
        var refused = newId();
        var restricted = newId();
        simulator().mode(Mode.UNDELIVERED);
        assertThat(gateway().send(chat, "hola", refused, () -> true)).isInstanceOf(Accepted.class);
        simulator().behave(new Behaviour(Mode.UNDELIVERED, null, null, 463));
        gateway().send(chat, "hola", restricted, () -> true);
        simulator().mode(Mode.OK);

        assertThat(gateway().reconcile(refused, chat, Instant.EPOCH))
                .isEqualTo(new Failed(NotSentReason.REFUSED_BY_PROVIDER));
        assertThat(gateway().reconcile(restricted, chat, Instant.EPOCH))
                .isEqualTo(new Failed(NotSentReason.LINE_RESTRICTED));
    }

    @Test
    void a_send_that_hung_is_found_and_one_that_failed_is_proved_absent() {
        var chat = chat();
        var sent = newId();
        var failed = newId();
        var before = Instant.EPOCH;
        simulator().mode(Mode.HANG_AFTER_SENDING);
        gateway().send(chat, "hola", sent, () -> true);
        simulator().mode(Mode.ERROR_500);
        gateway().send(chat, "hola", failed, () -> true);
        simulator().mode(Mode.OK);

        if (keepsMessages()) {
            assertThat(gateway().reconcile(failed, chat, before)).isEqualTo(new ProvedAbsent());
        } else {
            assertThat(gateway().reconcile(failed, chat, before)).isEqualTo(new Unknown());
        }
        if (givesIds() && keepsMessages()) {
            assertThat(gateway().reconcile(sent, chat, before))
                    .isEqualTo(new Found(sent.value(), Ack.PENDING));
        }
    }

    @Test
    void nothing_is_proved_by_a_gateway_that_cannot_look() {
        var chat = chat();
        var id = newId();

        for (var mode : new Mode[] {Mode.DOWN, Mode.ERROR_503, Mode.SESSION_LOST, Mode.GARBAGE}) {
            simulator().mode(mode);
            assertThat(gateway().reconcile(id, chat, Instant.EPOCH))
                    .as(mode.name())
                    .isEqualTo(new Unknown());
        }
        simulator().mode(Mode.OK);
        assertThat(strangers().reconcile(id, chat, Instant.EPOCH))
                .isEqualTo(new CredentialsRefused());
    }

    @Test
    void the_session_is_ready_only_when_the_gateway_says_so() {
        assertThat(gateway().session()).isEqualTo(SessionState.READY);
        assertThat(strangers().session()).isEqualTo(SessionState.CREDENTIALS_REFUSED);
        simulator().mode(Mode.SESSION_LOST);
        assertThat(gateway().session()).isEqualTo(SessionState.NEEDS_QR);
        simulator().mode(Mode.GARBAGE);
        assertThat(gateway().session()).isEqualTo(SessionState.UNREACHABLE);
        simulator().mode(Mode.DOWN);
        assertThat(gateway().session()).isEqualTo(SessionState.UNREACHABLE);
    }

    private void assertNotSent(Mode mode, ChatId chat, ClientMessageId id, NotSentReason reason) {
        simulator().mode(mode);
        assertThat(gateway().send(chat, "hola", id, () -> true))
                .as(mode.name())
                .isInstanceOfSatisfying(
                        NotSent.class, outcome -> assertThat(outcome.reason()).isEqualTo(reason));
    }
}
