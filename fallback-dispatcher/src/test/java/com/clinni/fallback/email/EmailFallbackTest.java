package com.clinni.fallback.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.TestPublisher;
import com.clinni.fallback.message.MessageId;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.mail.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmailFallbackTest extends ServiceTest {

    @Test
    void what_whatsapp_gave_up_arrives_once_by_email() {
        var message = TestMessage.message().build();
        var id = died(message, Cause.GATEWAY_UNREACHABLE);
        died(message, Cause.GATEWAY_UNREACHABLE);

        loop.sendEmails();
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);

        assertThat(mails(message)).singleElement().satisfies(mail -> whole(mail, message));
        assertThat(reports(message.reminderId()))
                .extracting(DeliveryReported::state)
                .containsExactly(
                        DeliveryState.RECEIVED, DeliveryState.SENDING, DeliveryState.ACCEPTED);
        assertThat(reports(message.reminderId()))
                .extracting(DeliveryReported::sequence)
                .containsExactly(1_000_001, 1_000_002, 1_000_003);
        assertThat(reports(message.reminderId()).getFirst())
                .returns(Cause.GATEWAY_UNREACHABLE, DeliveryReported::cause)
                .returns(Channel.EMAIL, DeliveryReported::channel);
    }

    private static void whole(ReceivedMail mail, MessageReady message) {
        assertThat(mail.subject()).isEqualTo("Su cita en Clínica Sol");
        assertThat(mail.text()).contains("Le recordamos su cita.");
        assertThat(mail.html()).contains("<p>Le recordamos su cita.</p>");
        assertThat(mail.id()).isEqualTo("<" + message.reminderId() + ".1@clinni.example>");
        assertThat(mail.headers().get("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.headers().get("Content-Type")).startsWith("multipart/");
        assertThat(mail.headers().get("From")).contains("<avisos@clinni.example>");
        assertThat(mail.headers()).doesNotContainKeys("Cc", "Bcc", "Reply-To");
        assertThat(mail.headers().values()).noneMatch(String::isBlank);
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(
                        part -> {
                            assertThat(part.type()).startsWith("text/calendar");
                            assertThat(part.type()).contains("method=PUBLISH");
                            assertThat(part.content()).contains("BEGIN:VEVENT");
                            assertThat(part.content().split("\r\n"))
                                    .noneMatch(line -> line.contains("\n"))
                                    .allMatch(line -> line.getBytes(UTF_8).length <= 75);
                        });
    }

    @Test
    void a_message_from_before_texts_had_versions_arrives_too() {
        var message = TestMessage.message().build();
        var ready = Publication.of(message, "/clinni/reminder-service", MutableClock.START);
        var before =
                new String(ready.value(), StandardCharsets.UTF_8)
                        .replaceFirst(",\"templateVersion\":\\d+", "");
        assertThat(before).doesNotContain("templateVersion");
        TestPublisher.publish(
                TestPublisher.deadLetter(
                        new Publication(
                                ready.topic(),
                                ready.key(),
                                ready.headers(),
                                before.getBytes(StandardCharsets.UTF_8)),
                        Death.of(
                                Cause.NOT_ON_WHATSAPP, "whatsapp-dispatcher", MutableClock.START)));
        var id = stored(MessageId.of(message.reminderId(), "WHATSAPP", 1));

        loop.sendEmails();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(mails(message)).hasSize(1);
    }

    @Test
    void a_clinic_that_wants_nothing_gets_nothing() {
        var message = TestMessage.message().fallback(Fallback.NONE).build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        loop.sendEmails();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NOT_WANTED);
        assertThat(mails(message)).isEmpty();
        assertThat(reports(message.reminderId()))
                .singleElement()
                .returns(DeliveryState.NOT_WANTED, DeliveryReported::state);
    }

    @Test
    void a_clinic_whose_channel_is_email_is_served_the_same_way() {
        var message = TestMessage.message().channel(Channel.EMAIL).fallback(Fallback.NONE).build();
        var id = ready(message);

        loop.sendEmails();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(mails(message)).hasSize(1);
    }

    @Test
    void no_name_makes_a_second_recipient_or_a_second_mail() {
        var evil =
                "Sol\r\n"
                        + ".\r\n"
                        + "MAIL FROM:<x@example.com>\r\n"
                        + "RCPT TO:<y@example.com>\r\n"
                        + "Bcc: z@example.com";
        var message = TestMessage.message().clinicName(evil).subject(evil).address(evil).build();
        var before = SimulatedProviders.mail().received().size();
        var id = died(message, Cause.NOT_ON_WHATSAPP);

        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);

        assertThat(SimulatedProviders.mail().received()).hasSize(before + 1);
        assertThat(mails(message))
                .singleElement()
                .satisfies(m -> assertThat(m.headers()).doesNotContainKey("Bcc"));
    }

    @Test
    void a_mail_server_that_is_down_delays_and_does_not_lose() {
        SimulatedProviders.mail().mode(Mode.DOWN);
        var message = TestMessage.message().build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.RECEIVED);
        assertThat(row(id)).containsEntry("attempts", 1);

        SimulatedProviders.mail().mode(Mode.OK);
        loop.sendEmails();
        assertThat(mails(message)).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        loop.sendEmails();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(row(id)).containsEntry("possible_duplicate", false);
        assertThat(mails(message)).hasSize(1);
    }

    @Test
    void a_server_that_says_later_is_tried_again_until_it_is_too_late() {
        SimulatedProviders.mail().mode(Mode.ERROR_503);
        var message = TestMessage.message().build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.RECEIVED);

        clock.set(message.sendBefore());
        worthless.closeAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.EXPIRED);
    }

    @Test
    void a_refused_mailbox_needs_attention() {
        SimulatedProviders.mail().mode(Mode.ERROR_500);
        var id = died(TestMessage.message().build(), Cause.NOT_ON_WHATSAPP);

        loop.sendEmails();

        becomes(id, DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(id)).isEqualTo(Cause.EMAIL_REFUSED);
        assertThat(row(id)).containsEntry("died_of", "NOT_ON_WHATSAPP");
    }

    @Test
    void many_leave_side_by_side_and_each_once() {
        var ids =
                java.util.stream.IntStream.range(0, 40)
                        .mapToObj(i -> TestMessage.message().build())
                        .map(message -> died(message, Cause.NOT_ON_WHATSAPP))
                        .toList();
        var before = SimulatedProviders.mail().received().size();

        loop.sendEmails();

        ids.forEach(id -> becomes(id, DeliveryState.ACCEPTED));
        assertThat(SimulatedProviders.mail().received()).hasSize(before + ids.size());
    }

    private static List<ReceivedMail> mails(MessageReady message) {
        return SimulatedProviders.mailsTo(message.recipient().email().address());
    }
}
