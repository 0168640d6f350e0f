package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Topics;
import com.clinni.platform.time.Stopwatch;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.fault.CommitCuts.Side;
import com.clinni.testbed.fault.LinkFault;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.FaultyDatabase;
import com.clinni.whatsapp.FaultyDatabase.DatabaseLink;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.message.Backoff;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when the link to PostgreSQL breaks at the worst moments. */
@QuarkusTest
@WithTestResource(FaultyDatabase.class)
@WithTestResource(SimulatedGateways.class)
class LostDatabaseTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject Stopwatch stopwatch;
    @Inject Dispatches dispatches;
    @Inject DispatchLoop loop;
    @Inject Lines lines;
    DatabaseLink link;
    Phones phones;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
    }

    @AfterEach
    void heal() {
        link.cuts().stop();
        link.proxy().heal();
    }

    private Line line() {
        return lines.named("default").orElseThrow();
    }

    private TestMessage prepared() throws Exception {
        var message = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        scene.arrives(message);
        scene.prepare();
        return message;
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void a_claim_whose_commit_nobody_heard_of_is_looked_up_and_sent_once(Side side)
            throws Exception {
        var message = prepared();
        link.cuts().cut(1, 1, side);
        assertThatThrownBy(() -> dispatches.claim(line(), 1, clock.instant()))
                .isInstanceOf(RuntimeException.class);
        assertThat(scene.stateOf(message)).isEqualTo(side == Side.AFTER ? SENDING : WAITING);

        scene.dispatch();

        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
        assertThat(received(message)).isEqualTo(1);
        assertThat(scene.reportedOf(message))
                .containsExactlyElementsOf(
                        side == Side.AFTER
                                ? List.of(WAITING, SENDING, WAITING, SENDING, ACCEPTED)
                                : List.of(WAITING, SENDING, ACCEPTED));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void a_settlement_whose_commit_nobody_heard_of_is_made_exactly_once(Side side)
            throws Exception {
        var message = prepared();
        var intent = dispatches.claim(line(), 1, clock.instant()).intents().getFirst();
        link.cuts().cut(1, 1, side);

        settlement().settle(line(), intent, new Accepted(intent.clientMessageId().value()));

        assertThat(link.cuts().left()).isZero();
        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SENDING, ACCEPTED);
    }

    @Test
    void a_database_that_is_away_for_seconds_makes_no_doubts() throws Exception {
        var message = prepared();
        var intent = dispatches.claim(line(), 1, clock.instant()).intents().getFirst();
        link.proxy().fault(LinkFault.Plain.REFUSE);
        CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS).execute(link.proxy()::heal);

        settlement().settle(line(), intent, new Accepted(intent.clientMessageId().value()));
        scene.doubtStaleIntents();

        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SENDING, ACCEPTED);
    }

    @Test
    void without_a_database_intake_waits_and_neither_forgets_nor_stops() throws Exception {
        var message = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        var record = scene.record(message);
        link.proxy().fault(LinkFault.Plain.REFUSE);
        var before = committed();
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", (Object) brokers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.WHATSAPP_READY,
                                    null,
                                    record.key(),
                                    record.value(),
                                    record.headers()))
                    .get();
        }
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(20))
                .until(() -> committed() == before);

        link.proxy().heal();

        await().atMost(Duration.ofSeconds(30)).until(() -> committed() == before + 1);
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);
        loop.tick();
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    private long committed() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            return admin
                    .listConsumerGroupOffsets("whatsapp-dispatcher")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        }
    }

    private Settlement settlement() {
        var backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(2), new Random(1));
        return new Settlement(dispatches, backoff, clock, stopwatch);
    }

    private long received(TestMessage ready) {
        var phone = ready.message().recipient().phone().e164();
        return phones.ofDefault().received().stream().filter(r -> r.to().equals(phone)).count();
    }
}
