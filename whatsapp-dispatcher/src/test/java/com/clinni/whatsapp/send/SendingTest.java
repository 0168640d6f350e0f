package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DELIVERED;
import static com.clinni.events.DeliveryState.EXPIRED;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.events.Cause;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.ReceivedWhatsApp;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.gateway.Ack;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.prepare.PrepareSteps;
import com.clinni.whatsapp.receipt.Receipts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class SendingTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject PrepareSteps prepare;
    @Inject DispatchLoop dispatch;
    @Inject Dispatches dispatches;
    @Inject Receipts receipts;
    @Inject Lines lines;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofSecond().mode(Mode.OK);
        scene.begin();
    }

    @Test
    void a_message_is_sent_once_and_every_step_is_reported_in_order() throws Exception {
        var message = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        scene.arrives(message);

        scene.round();
        scene.round();

        assertThat(received(message))
                .singleElement()
                .returns(TestMessage.TEXT, ReceivedWhatsApp::text);
        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SENDING, ACCEPTED);
        assertThat(scene.reportsOf(message))
                .extracting(report -> report.sequence())
                .containsExactly(1, 2, 3);
        RestAssured.get("/lines").then().body("[0].sentToday", equalTo(1));
    }

    @Test
    void the_ticks_alone_bring_a_message_through() {
        var message = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        scene.arrives(message);

        await().untilAsserted(
                        () -> {
                            prepare.tick();
                            dispatch.tick();
                            assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
                        });
        assertThat(received(message)).hasSize(1);
    }

    @Test
    void a_receipt_that_overtakes_the_answer_settles_and_the_send_still_counts() throws Exception {
        var message = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        scene.arrives(message);
        scene.prepare();
        var line = lines.named("default").orElseThrow();
        var intent = dispatches.claim(line, 1, clock.instant()).intents().getFirst();
        QuarkusTransaction.requiringNew()
                .run(() -> receipts.received(intent.clientMessageId().value(), Ack.DEVICE));

        var settled =
                dispatches.accept(line, intent, intent.clientMessageId().value(), clock.instant());

        assertThat(settled).isFalse();
        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SENDING, DELIVERED);
        RestAssured.get("/lines").then().body("[0].sentToday", equalTo(1));
    }

    @Test
    void a_message_that_arrives_twice_is_sent_once() throws Exception {
        var message = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        scene.arrives(message, message);
        scene.round();
        scene.arrives(message);
        scene.round();

        assertThat(received(message)).hasSize(1);
        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SENDING, ACCEPTED);
    }

    @Test
    void nothing_leaves_before_it_is_due_nor_from_its_send_before_on() throws Exception {
        var early = TestMessage.dueAt(clock.instant().plusSeconds(1)).to(scene.phoneOn("default"));
        var late =
                TestMessage.dueAt(clock.instant().minusSeconds(60))
                        .to(scene.phoneOn("default"))
                        .sendBefore(clock.instant());
        scene.arrives(early, late);

        scene.round();
        scene.handOver();

        assertThat(scene.stateOf(early)).isEqualTo(WAITING);
        assertThat(scene.stateOf(late)).isEqualTo(EXPIRED);
        assertThat(scene.deadLetters()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        scene.round();
        assertThat(scene.stateOf(early)).isEqualTo(ACCEPTED);
        assertThat(received(early)).hasSize(1);
        assertThat(received(late)).isEmpty();
    }

    @Test
    void a_number_without_whatsapp_is_never_written_to_and_its_record_goes_on_as_it_came()
            throws Exception {
        var message = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        phones.ofDefault().behave(Behaviour.notOnWhatsApp(phoneOf(message)));
        var record = scene.record(message);
        record.headers().add("traceparent", ServiceDriver.bytes("00-trace"));
        scene.arrives(record);

        scene.round();

        assertThat(received(message)).isEmpty();
        assertThat(scene.reportedOf(message)).containsExactly(WAITING, DEAD);
        assertThat(scene.deadLetters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.publication().value()).isEqualTo(record.value());
                            assertThat(letter.publication().key()).isEqualTo(record.key());
                            assertThat(letter.header("traceparent")).isEqualTo("00-trace");
                            assertThat(letter.header("ce_id")).isEqualTo(message.id() + ":1");
                            assertThat(letter.header("dead-letter-cause"))
                                    .isEqualTo(Cause.NOT_ON_WHATSAPP.name());
                            assertThat(letter.header("dead-letter-topic"))
                                    .isEqualTo(record.topic());
                        });
    }

    @Test
    void a_known_number_is_not_checked_again() throws Exception {
        var first = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        scene.arrives(first);
        scene.round();
        phones.ofDefault().behave(Behaviour.notOnWhatsApp(phoneOf(first)));
        var second = TestMessage.dueAt(clock.instant()).to(phoneOf(first));
        scene.arrives(second);

        scene.round();

        assertThat(scene.stateOf(second)).isEqualTo(ACCEPTED);
    }

    private static String phoneOf(TestMessage ready) {
        return ready.message().recipient().phone().e164();
    }

    private List<ReceivedWhatsApp> received(TestMessage ready) {
        return phones.ofDefault().received().stream()
                .filter(received -> received.to().equals(phoneOf(ready)))
                .toList();
    }
}
