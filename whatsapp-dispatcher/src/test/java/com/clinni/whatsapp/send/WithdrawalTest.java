package com.clinni.whatsapp.send;

import static com.clinni.events.DeliveryState.IN_DOUBT;
import static com.clinni.events.DeliveryState.SENDING;
import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.events.DeliveryState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class WithdrawalTest {

    @Inject Dispatches dispatches;
    @Inject Lines lines;
    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofSecond().mode(Mode.OK);
        scene.begin();
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    @Test
    void a_withdrawal_that_comes_first_is_remembered() throws Exception {
        var message = due();
        scene.withdrawn(message.id());
        scene.arrives(message);
        scene.round();

        assertThat(scene.reportedOf(message)).containsExactly(WITHDRAWN);
        assertThat(sent(message)).isZero();
        scene.arrives(message, 2);
        assertThat(scene.stateOf(message)).isEqualTo(WITHDRAWN);
    }

    @Test
    void what_waits_is_withdrawn() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        scene.withdrawn(message.id());
        scene.withdrawn(message.id());
        scene.round();

        assertThat(scene.reportedOf(message)).containsExactly(WAITING, WITHDRAWN);
        assertThat(sent(message)).isZero();
    }

    @Test
    void a_later_version_at_one_clinic_leaves_another_clinics_visit_of_the_same_id()
            throws Exception {
        var others = due().of("visit-1", 1).ofClinic("clinic-2");
        scene.arrives(others, due().of("visit-1", 1).ofClinic("clinic-1"));
        scene.prepare();
        scene.arrives(due().of("visit-1", 2).ofClinic("clinic-1"));

        assertThat(scene.stateOf(others)).isEqualTo(WAITING);
    }

    @Test
    void a_later_version_of_the_visit_withdraws_the_earlier_ones_reminder() throws Exception {
        var early = due().of("visit-moved", 1);
        var late = due().of("visit-moved", 2);
        var other = due().of("visit-other", 1);
        scene.arrives(early, other);
        scene.prepare();
        scene.arrives(late);
        scene.round();

        assertThat(scene.reportedOf(early)).containsExactly(WAITING, WITHDRAWN);
        assertThat(sent(early)).isZero();
        assertThat(sent(late)).isOne();
        assertThat(sent(other)).isOne();
    }

    @Test
    void a_reminder_of_an_earlier_version_that_comes_last_is_withdrawn() throws Exception {
        var early = due().of("visit-moved-2", 1);
        var late = due().of("visit-moved-2", 2);
        scene.arrives(late);
        scene.arrives(early);
        scene.round();

        assertThat(sent(early)).isZero();
        assertThat(sent(late)).isOne();
    }

    @Test
    void a_message_about_no_visit_is_not_withdrawn_by_a_visit_that_is_called_like_it()
            throws Exception {
        var document = due().aboutNoVisit("visit-4711");
        scene.arrives(document, due().of("visit-4711", 2));
        scene.round();

        assertThat(sent(document)).isOne();
    }

    @Test
    void a_tombstone_that_was_stored_in_the_same_moment_stops_the_claim() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.update(
                "INSERT INTO withdrawal VALUES (?, 'MOVED', now(), now(), 'clinic-1')",
                message.id());
        scene.round();
        assertThat(sent(message)).isZero();

        scene.handOver();

        assertThat(scene.stateOf(message)).isEqualTo(WITHDRAWN);
    }

    @Test
    void what_is_in_doubt_and_found_unsent_goes_no_further() throws Exception {
        var message = due();
        phones.ofDefault().mode(Mode.ERROR_500);
        scene.arrives(message);
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(IN_DOUBT);

        scene.withdrawn(message.id());
        assertThat(scene.stateOf(message)).isEqualTo(IN_DOUBT);
        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(30));
        scene.reconcile();
        scene.round();

        assertThat(scene.stateOf(message)).isEqualTo(WITHDRAWN);
        assertThat(sent(message)).isZero();
    }

    @Test
    void what_was_under_way_and_refused_goes_no_further() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.prepare();
        var line = lines.named("default").orElseThrow();
        var intent = dispatches.claim(line, 1, clock.instant()).intents().getFirst();

        scene.withdrawn(message.id());
        assertThat(scene.stateOf(message)).isEqualTo(SENDING);
        dispatches.retryLater(
                intent, NotSentReason.GATEWAY_UNREACHABLE, clock.instant(), clock.instant());

        assertThat(scene.stateOf(message)).isEqualTo(WITHDRAWN);
        scene.round();
        assertThat(sent(message)).isZero();
    }

    private long sent(TestMessage message) {
        return phones.ofDefault().received().stream()
                .filter(r -> r.to().equals(message.message().recipient().phone().e164()))
                .count();
    }
}
