package com.clinni.fallback.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.mail.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoubtLoopTest extends ServiceTest {

    private static final Duration PAUSE = Duration.ofSeconds(21);

    private final String clinic = "clinica-" + UUID.randomUUID();

    @Test
    void an_email_lost_after_its_last_byte_goes_once_more_with_the_same_id_and_is_flagged() {
        SimulatedProviders.mail().mode(Mode.HANG_AFTER_SENDING);
        var message = TestMessage.message().build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.IN_DOUBT);
        doubts.endAll();
        assertThat(stateOf(id)).as("not before the pause").isEqualTo(DeliveryState.IN_DOUBT);

        SimulatedProviders.mail().mode(Mode.OK);
        resolve();
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);

        assertThat(mails(message))
                .hasSize(2)
                .extracting(ReceivedMail::id)
                .containsOnly("<" + message.reminderId() + ".1@clinni.example>");
        assertThat(reports(message.reminderId()).getLast())
                .returns(true, DeliveryReported::possibleDuplicate);
    }

    @Test
    void an_email_in_doubt_twice_needs_attention() {
        SimulatedProviders.mail().mode(Mode.HANG_AFTER_SENDING);
        var message = TestMessage.message().build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.IN_DOUBT);
        resolve();
        loop.sendEmails();
        becomes(id, DeliveryState.IN_DOUBT);

        resolve();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(id)).isEqualTo(Cause.DOUBT_UNRESOLVED);
        assertThat(mails(message)).hasSize(2);
    }

    @Test
    void a_doubt_whose_time_has_passed_is_closed_and_sends_nothing() {
        SimulatedProviders.mail().mode(Mode.HANG_AFTER_SENDING);
        var message = TestMessage.message().build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.IN_DOUBT);

        clock.set(message.sendBefore());
        doubts.endAll();
        loop.sendEmails();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.DOUBT_CLOSED);
        assertThat(row(id)).containsEntry("possible_duplicate", true);
        assertThat(mails(message)).hasSize(1);
    }

    @Test
    void an_sms_whose_answer_was_lost_is_found_and_not_repeated() {
        var id = doubtfulSms(Mode.HANG_AFTER_SENDING);
        assertThat(CreditClient.of(clinic).getInt("reserved")).isEqualTo(1);

        SimulatedProviders.sms().mode(Mode.OK);
        resolve();
        loop.sendSms();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(row(id)).containsEntry("possible_duplicate", false);
        assertThat(SimulatedProviders.smsAbout(id)).hasSize(1);
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
    }

    @Test
    void an_sms_that_the_provider_never_had_goes_again() {
        var id = doubtfulSms(Mode.ERROR_500);
        assertThat(SimulatedProviders.smsAbout(id)).isEmpty();

        SimulatedProviders.sms().mode(Mode.OK);
        resolve();
        loop.sendSms();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.smsAbout(id)).hasSize(1);
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
    }

    @Test
    void an_sms_nobody_can_tell_about_needs_attention_and_keeps_its_reservation() {
        var id = doubtfulSms(Mode.HANG_AFTER_SENDING);
        SimulatedProviders.sms().mode(Mode.ERROR_503);
        resolve();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.IN_DOUBT);

        clock.advance(Duration.ofMinutes(10));
        doubts.endAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(id)).isEqualTo(Cause.DOUBT_UNRESOLVED);
        assertThat(CreditClient.of(clinic).getInt("reserved")).isEqualTo(1);
    }

    @Test
    void an_intent_whose_node_died_is_in_doubt_and_the_dead_node_changes_nothing() {
        var id = died(TestMessage.message().build(), Cause.NOT_ON_WHATSAPP);
        execute(
                "UPDATE message SET state = 'SENDING', epoch = epoch + 1,"
                        + " lease_until = clock_timestamp() - interval '1 second' WHERE id = '"
                        + id
                        + "'");

        staleIntents.doubtAll();
        var epoch = row(id).get("epoch");
        staleIntents.doubtAll();
        loop.sendEmails();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(row(id)).containsEntry("epoch", epoch);
    }

    private UUID doubtfulSms(Mode mode) {
        CreditClient.topUp(clinic, 1);
        SimulatedProviders.sms().mode(mode);
        var id =
                died(
                        TestMessage.message().fallback(Fallback.SMS).clinic(clinic).build(),
                        Cause.NOT_ON_WHATSAPP);
        loop.sendSms();
        becomes(id, DeliveryState.IN_DOUBT);
        return id;
    }

    private void resolve() {
        clock.advance(PAUSE.plusSeconds(30));
        doubts.endAll();
    }

    private static List<ReceivedMail> mails(MessageReady message) {
        return SimulatedProviders.mailsTo(message.recipient().email().address());
    }
}
