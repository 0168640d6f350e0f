package com.clinni.whatsapp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.ReceivedWhatsApp;
import com.clinni.testbed.simulator.whatsapp.SimulatedContact;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSimulator;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every adapter must know of people: under which chat, and behind which number. */
abstract class PeopleConformance {

    protected static final PhoneNumber ANA = new PhoneNumber("+34600000123");
    protected static final PhoneNumber BRAZILIAN = new PhoneNumber("+5511987654321");

    /** The adapter under test. */
    protected abstract WhatsAppGateway gateway();

    /** The gateway it talks to, and the phones behind that. */
    protected abstract WhatsAppSimulator simulator();

    /** The adapter with credentials that are not the gateway's. */
    protected abstract WhatsAppGateway strangers();

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

    final ChatId chat() {
        return gateway().exists(ANA) instanceof Existence.Yes(var chat, _) ? chat : null;
    }

    final ClientMessageId newId() {
        return gateway().newMessageId() instanceof NewMessageId.Given(var id)
                ? id
                : new ClientMessageId("3EB0" + UUID.randomUUID().toString().substring(0, 8));
    }
}
