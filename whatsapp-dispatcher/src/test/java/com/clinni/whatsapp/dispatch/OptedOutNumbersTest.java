package com.clinni.whatsapp.dispatch;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.DOUBT_CLOSED;
import static com.clinni.events.DeliveryState.IN_DOUBT;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.Mode;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.database.Sql;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A number opts out at the worst moment: between two steps that both looked. Whatever then ends its
 * message, nothing takes the message's place elsewhere. A neighbour who did not opt out shows that
 * the step itself did its work.
 */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class OptedOutNumbersTest {

    private static final int ALL = 100;

    @Inject Scene scene;
    @Inject MutableClock clock;
    @Inject Lines lines;
    @Inject PostgresDispatches dispatches;
    @Inject Preparations preparations;
    @Inject Doubts doubts;
    @Inject Exposure exposure;
    @Inject Transitions transitions;
    Phones phones;

    private Ready gone;
    private Ready neighbour;

    @BeforeEach
    void two_messages_wait_at_noon() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
        gone = due();
        neighbour = due();
        scene.arrives(gone, neighbour);
    }

    @Test
    void one_refused_for_good_after_it_was_claimed_is_suppressed() throws Exception {
        scene.prepare();
        var intents = dispatches.claim(line(), ALL, clock.instant()).intents();
        optsOut();
        intents.forEach(
                each -> dispatches.giveUp(each, NotSentReason.NOT_ON_WHATSAPP, clock.instant()));

        ends(SUPPRESSED, DEAD);
        assertThat(last().cause()).isNull();
        assertThat(last().detail()).isEqualTo("opted-out");
    }

    @Test
    void one_found_not_to_be_on_whatsapp_while_it_was_prepared_is_suppressed() {
        var taken = preparations.take(line(), ALL, ALL, clock.instant());
        optsOut();
        taken.forEach(
                each -> preparations.giveUp(each, NotSentReason.NOT_ON_WHATSAPP, clock.instant()));

        ends(SUPPRESSED, DEAD);
        assertThat(last().cause()).isNull();
        assertThat(last().detail()).isEqualTo("opted-out");
    }

    @Test
    void one_stranded_on_a_line_that_is_down_is_not_handed_over() {
        scene.update("UPDATE line SET outage_since = '2030-03-05T12:00:00Z'");
        optsOut();
        clock.advance(Duration.ofMinutes(15));
        apply("hand-over", Map.of("now", clock.instant(), "batch", ALL, "lastCallSeconds", 600.0));

        ends(WAITING, DEAD);
    }

    @Test
    void one_that_a_busy_line_has_no_place_for_is_not_handed_over() {
        scene.arrives(due());
        scene.update(
                "UPDATE message SET turn = CASE WHEN reminder_id IN (?, ?) THEN 2 ELSE 1 END",
                gone.id(),
                neighbour.id());
        optsOut();
        apply(
                "hand-over-hopeless",
                Map.of(
                        "line", "default",
                        "now", clock.instant(),
                        "startsInSeconds", 0.0,
                        "gapSeconds", 1e6,
                        "fallbackSeconds", 600.0,
                        "nextSeconds", 5.0,
                        "batch", ALL));

        ends(WAITING, DEAD);
    }

    @Test
    void one_that_may_have_been_sent_is_closed_when_nobody_can_find_out() throws Exception {
        scene.prepare();
        phones.ofDefault().mode(Mode.GARBAGE);
        scene.dispatch();
        assertThat(scene.stateOf(gone)).isEqualTo(IN_DOUBT);
        clock.advance(Duration.ofMinutes(10));
        var taken = doubts.take(clock.instant());
        optsOut();
        taken.forEach(each -> doubts.close(each, DEAD, clock.instant()));

        ends(DOUBT_CLOSED, DEAD);
        assertThat(last().possibleDuplicate()).isTrue();
    }

    @Test
    void one_that_a_silent_line_swallowed_is_closed() throws Exception {
        phones.ofDefault().mode(Mode.SILENT);
        scene.round();
        assertThat(scene.stateOf(gone)).isEqualTo(ACCEPTED);
        optsOut();
        exposure.giveUp(line(), 0, clock.instant(), clock.instant());

        ends(DOUBT_CLOSED, DEAD);
        assertThat(last().possibleDuplicate()).isTrue();
    }

    private void ends(DeliveryState ofTheOneGone, DeliveryState ofTheNeighbour) {
        assertThat(scene.stateOf(neighbour)).isEqualTo(ofTheNeighbour);
        assertThat(scene.stateOf(gone)).isEqualTo(ofTheOneGone);
        assertThat(scene.deadLetters())
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.publication().key())
                                        .isEqualTo(neighbour.message().appointmentId()));
    }

    private DeliveryReported last() {
        return scene.reportsOf(gone).getLast();
    }

    private Ready due() {
        return Ready.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    private Line line() {
        return lines.named("default").orElseThrow();
    }

    private void optsOut() {
        scene.update(
                "INSERT INTO opt_out VALUES ('default', ?, now())",
                gone.message().recipient().phone().e164());
    }

    private void apply(String sql, Map<String, ?> values) {
        QuarkusTransaction.requiringNew().run(() -> transitions.apply(Sql.named(sql), values));
    }
}
