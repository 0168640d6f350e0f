package com.clinni.whatsapp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.ReceivedWhatsApp;
import com.clinni.testbed.simulator.whatsapp.SimulatedContact;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSimulator;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.gateway.Reconciliation.ProvedAbsent;
import com.clinni.whatsapp.gateway.Reconciliation.Unknown;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every adapter must do, whatever gateway it speaks to. */
public abstract class GatewayConformance {

    protected static final PhoneNumber ANA = new PhoneNumber("+34600000123");
    private static final PhoneNumber BRAZILIAN = new PhoneNumber("+5511987654321");

    /** The adapter under test. */
    protected abstract WhatsAppGateway gateway();

    /** The gateway it talks to, and the phones behind that. */
    protected abstract WhatsAppSimulator simulator();

    /** The adapter with credentials that are not the gateway's. */
    protected abstract WhatsAppGateway strangers();

    @Test
    void a_number_that_exists_can_be_written_to_under_an_id_of_our_own() {
        var chat = chat();
        var id = newId();

        assertThat(gateway().send(chat, "hola", id, () -> true))
                .isEqualTo(new Accepted(id.value()));

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
    }

    @Test
    void a_number_may_be_known_under_another_chat_and_is_written_to_there() {
        simulator()
                .contacts(
                        List.of(
                                SimulatedContact.in("551187654321@c.us", BRAZILIAN.e164()),
                                SimulatedContact.in("100000000000001@lid", ANA.e164())));

        assertThat(gateway().exists(BRAZILIAN))
                .isEqualTo(new Existence.Yes(new ChatId("551187654321@c.us"), null));
        assertThat(gateway().exists(ANA))
                .isEqualTo(
                        new Existence.Yes(
                                new ChatId("100000000000001@lid"), new ChatId("34600000123@c.us")));
        assertThat(gateway().send(chat(), "hola", newId(), () -> true))
                .isInstanceOf(Accepted.class);
        assertThat(simulator().received())
                .singleElement()
                .returns(ANA.e164(), ReceivedWhatsApp::to);
    }

    @Test
    void whose_number_a_lid_hides_is_told_or_not_known_or_not_answered() {
        simulator()
                .contacts(
                        List.of(
                                SimulatedContact.in("100000000000001@lid", ANA.e164()),
                                SimulatedContact.hiddenIn(
                                        "100000000000002@lid", BRAZILIAN.e164())));

        assertThat(gateway().numberBehind("100000000000001"))
                .isEqualTo(new HiddenNumber.Known(new ChatId("34600000123@c.us")));
        assertThat(gateway().numberBehind("100000000000002"))
                .isEqualTo(new HiddenNumber.NotKnown());
        assertThat(gateway().numberBehind("100000000000003"))
                .isEqualTo(new HiddenNumber.NotKnown());
        for (var mode : new Mode[] {Mode.DOWN, Mode.ERROR_503, Mode.SESSION_LOST, Mode.GARBAGE}) {
            simulator().mode(mode);
            assertThat(gateway().numberBehind("100000000000001"))
                    .as(mode.name())
                    .isEqualTo(new HiddenNumber.NoAnswer());
        }
        simulator().mode(Mode.OK);
        assertThat(strangers().numberBehind("100000000000001"))
                .isEqualTo(new HiddenNumber.NoAnswer());
    }

    @Test
    void an_error_about_one_number_is_told_apart_from_a_gateway_that_does_not_answer() {
        simulator()
                .contacts(
                        List.of(
                                SimulatedContact.notLookedUp(ANA.e164(), "no LID found"),
                                SimulatedContact.failing(BRAZILIAN.e164(), "no LID found")));

        assertThat(gateway().exists(ANA)).isEqualTo(new Existence.Failed());
        var chat = new ChatId(BRAZILIAN.digits() + "@c.us");
        assertThat(gateway().send(chat, "hola", newId(), () -> true))
                .isInstanceOfSatisfying(
                        InDoubt.class, doubt -> assertThat(doubt.mayBeOfRecipient()).isTrue());
        simulator().mode(Mode.ERROR_503);
        assertThat(gateway().exists(ANA))
                .isEqualTo(new Existence.Unknown(NotSentReason.GATEWAY_UNREACHABLE));
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

        assertThat(gateway().reconcile(sent, chat, before))
                .isEqualTo(new Found(sent.value(), Ack.PENDING));
        assertThat(gateway().reconcile(failed, chat, before)).isEqualTo(new ProvedAbsent());
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
        assertThat(strangers().reconcile(id, chat, Instant.EPOCH)).isEqualTo(new Unknown());
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

    private ChatId chat() {
        return gateway().exists(ANA) instanceof Existence.Yes(var chat, _) ? chat : null;
    }

    private ClientMessageId newId() {
        return gateway().newMessageId() instanceof NewMessageId.Given(var id) ? id : null;
    }
}
