package com.clinni.fallback.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.SmsAccents;
import com.clinni.events.sms.SmsSegments;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.testbed.simulator.channel.Mode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmsFallbackTest extends ServiceTest {

    private static final String MOROCCO = "+212600000001";

    private final String clinic = "clinica-" + UUID.randomUUID();

    @Test
    void sms_leave_while_credit_lasts_and_the_rest_go_by_email() {
        CreditClient.topUp(clinic, 2);
        var ids =
                IntStream.range(0, 5)
                        .mapToObj(i -> died(sms().build(), Cause.GATEWAY_UNREACHABLE))
                        .toList();

        loop.sendSms();
        loop.sendEmails();
        ids.forEach(id -> becomes(id, DeliveryState.ACCEPTED));

        assertThat(ids).filteredOn(id -> row(id).get("channel").equals("SMS")).hasSize(2);
        assertThat(ids).filteredOn(id -> row(id).get("channel").equals("EMAIL")).hasSize(3);
        assertThat(ids.stream().mapToInt(id -> SimulatedProviders.smsAbout(id).size()).sum())
                .isEqualTo(2);
        assertThat(CreditClient.of(clinic).getMap(""))
                .isEqualTo(
                        java.util.Map.of(
                                "purchased", 2, "reserved", 0, "spent", 2, "available", 0));
    }

    @Test
    void a_text_of_three_segments_costs_three() {
        CreditClient.topUp(clinic, 4);
        var text = "Le recordamos su cita. Más información en la clínica. ".repeat(3);
        var message = sms().sms(text).build();
        var id = died(message, Cause.LINE_DOWN);

        loop.sendSms();
        becomes(id, DeliveryState.ACCEPTED);

        assertThat(SimulatedProviders.smsAbout(id))
                .singleElement()
                .satisfies(received -> assertThat(received.segments()).isEqualTo(3));
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(3);
        assertThat(reports(message.reminderId()))
                .filteredOn(report -> report.segments() != null)
                .singleElement()
                .returns(DeliveryState.ACCEPTED, DeliveryReported::state)
                .returns(Channel.SMS, DeliveryReported::channel)
                .returns(3, DeliveryReported::segments);
    }

    @Test
    void a_clinic_that_gives_up_accents_pays_for_one_segment_instead_of_two() {
        CreditClient.topUp(clinic, 1);
        var text =
                "Ana, le recordamos su cita en Clínica Sol el miércoles 6 de marzo a las 16:30. ";
        var written = text + "Está en Calle Ficticia, 1.º, Málaga.";
        assertThat(SmsSegments.of(written).count()).isEqualTo(2);
        var id = died(sms().sms(written).accents(SmsAccents.PLAIN).build(), Cause.LINE_DOWN);

        loop.sendSms();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.smsAbout(id))
                .singleElement()
                .satisfies(
                        received -> {
                            assertThat(received.text())
                                    .endsWith("Esta en Calle Ficticia, 1.o, Malaga.");
                            assertThat(received.segments()).isEqualTo(1);
                        });
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
    }

    @Test
    void without_credit_and_without_email_it_needs_attention() {
        var message = sms().withoutEmail(Cause.NO_ADDRESS).build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        loop.sendSms();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(id)).isEqualTo(Cause.SMS_NO_CREDIT);
        assertThat(reports(message.reminderId()).getLast())
                .returns(DeliveryState.NEEDS_ATTENTION, DeliveryReported::state)
                .returns(Cause.SMS_NO_CREDIT, DeliveryReported::cause);
    }

    @Test
    void an_sms_waits_for_the_end_of_quiet_hours() {
        CreditClient.topUp(clinic, 1);
        var id = died(sms().quiet("12:30", "16:00").build(), Cause.LINE_DOWN);

        loop.sendSms();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.RECEIVED);
        assertThat(SimulatedProviders.smsAbout(id)).isEmpty();
        clock.set(Instant.parse("2030-03-05T15:00:00Z"));
        loop.sendSms();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.smsAbout(id)).hasSize(1);
    }

    @Test
    void a_blocked_sender_releases_the_credit_and_email_takes_over() {
        CreditClient.topUp(clinic, 1);
        SimulatedProviders.sms().mode(Mode.SENDER_BLOCKED);
        var reachable = died(sms().build(), Cause.LINE_DOWN);
        loop.sendSms();
        becomes(reachable, DeliveryState.RECEIVED);
        loop.sendEmails();
        becomes(reachable, DeliveryState.ACCEPTED);

        var unreachable = died(sms().withoutEmail(Cause.NO_ADDRESS).build(), Cause.NOT_ON_WHATSAPP);
        loop.sendSms();

        becomes(unreachable, DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(unreachable)).isEqualTo(Cause.SMS_SENDER_BLOCKED);
        assertThat(CreditClient.of(clinic).getInt("available")).isEqualTo(1);
    }

    @Test
    void a_number_of_a_country_that_is_not_on_the_list_is_not_texted_and_email_takes_over() {
        CreditClient.topUp(clinic, 1);
        var reachable = died(sms().phone(MOROCCO).build(), Cause.LINE_DOWN);
        var unreachable =
                died(
                        sms().phone(MOROCCO).withoutEmail(Cause.NO_ADDRESS).build(),
                        Cause.NOT_ON_WHATSAPP);

        loop.sendSms();
        loop.sendEmails();

        becomes(reachable, DeliveryState.ACCEPTED);
        assertThat(row(reachable)).containsEntry("channel", "EMAIL");
        becomes(unreachable, DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(unreachable)).isEqualTo(Cause.SMS_COUNTRY_BLOCKED);
        assertThat(SimulatedProviders.smsAbout(reachable)).isEmpty();
        assertThat(SimulatedProviders.smsAbout(unreachable)).isEmpty();
        assertThat(CreditClient.of(clinic).getInt("available")).isEqualTo(1);
    }

    @Test
    void a_number_of_a_neighbouring_country_is_texted() {
        CreditClient.topUp(clinic, 1);
        var id = died(sms().phone("+447700900123").build(), Cause.LINE_DOWN);

        loop.sendSms();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.smsAbout(id)).hasSize(1);
    }

    @Test
    void an_empty_account_at_the_provider_means_email() {
        CreditClient.topUp(clinic, 1);
        SimulatedProviders.sms().mode(Mode.NO_BALANCE);
        var id = died(sms().build(), Cause.LINE_DOWN);

        loop.sendSms();
        becomes(id, DeliveryState.RECEIVED);
        loop.sendEmails();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(row(id))
                .containsEntry("channel", "EMAIL")
                .containsEntry("sms_failed", "SMS_NO_CREDIT");
    }

    @Test
    void a_gateway_that_is_down_is_tried_again_and_makes_way_for_email_at_the_last_chance() {
        CreditClient.topUp(clinic, 1);
        SimulatedProviders.sms().mode(Mode.DOWN);
        var message = sms().build();
        var id = died(message, Cause.LINE_DOWN);
        loop.sendSms();
        becomes(id, DeliveryState.RECEIVED);
        assertThat(row(id)).containsEntry("channel", "SMS").containsEntry("attempts", 1);

        clock.set(message.sendBefore().minus(Duration.ofMinutes(11)));
        loop.sendSms();
        becomes(id, DeliveryState.RECEIVED);
        assertThat(row(id)).containsEntry("channel", "EMAIL").containsEntry("attempts", 0);
        loop.sendEmails();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(CreditClient.of(clinic).getInt("available")).isEqualTo(1);
    }

    @Test
    void a_clinic_whose_channel_is_sms_is_served_the_same_way() {
        CreditClient.topUp(clinic, 1);
        MessageReady message = sms().channel(Channel.SMS).build();
        var id = ready(message);

        loop.sendSms();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.smsAbout(id))
                .singleElement()
                .satisfies(
                        received -> {
                            assertThat(received.text()).isEqualTo("Le recordamos su cita");
                            assertThat(received.from()).isEqualTo("Clinni");
                        });
    }

    private TestMessage sms() {
        return TestMessage.message().fallback(Fallback.SMS).clinic(clinic);
    }
}
