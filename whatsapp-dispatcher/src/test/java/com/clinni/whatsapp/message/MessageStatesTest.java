package com.clinni.whatsapp.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.platform.database.Database;
import com.clinni.platform.outbox.Outbox;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.Tables;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.gateway.Ack;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.receipt.FailureReceipts;
import com.clinni.whatsapp.receipt.Receipts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order, a message's states change as the table says. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class MessageStatesTest {

    private static final int STEPS = 150;
    private static final int FEWEST_TRANSITIONS = 15;
    private static final List<Mode> MODES =
            List.of(Mode.OK, Mode.OK, Mode.ERROR_500, Mode.GARBAGE, Mode.RATE_LIMITED, Mode.DOWN);
    private static final List<Ack> ACKS = List.of(Ack.SERVER, Ack.DEVICE, Ack.READ);

    @Inject ServiceDriver scene;
    @Inject Tables tables;
    @Inject MutableClock clock;
    @Inject Receipts receipts;
    @Inject FailureReceipts failures;
    @Inject Database database;
    @Inject Outbox outbox;
    @Inject DispatchMetrics metrics;
    Phones phones;

    @BeforeEach
    void watch_the_table() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
        DatabaseAdmin.execute(
                "CREATE TABLE IF NOT EXISTS seen_state (was text, now text);"
                        + " GRANT SELECT, DELETE ON seen_state TO PUBLIC");
        DatabaseAdmin.execute("TRUNCATE seen_state");
        DatabaseAdmin.execute(
                """
                CREATE OR REPLACE FUNCTION see_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    IF TG_OP = 'INSERT' THEN
                        INSERT INTO seen_state VALUES ('', NEW.state);
                    ELSIF OLD.state <> NEW.state OR OLD.generation <> NEW.generation THEN
                        INSERT INTO seen_state VALUES (OLD.state, NEW.state);
                    END IF;
                    RETURN NULL;
                END $$\
                """);
        DatabaseAdmin.execute(
                "CREATE OR REPLACE TRIGGER see_state AFTER INSERT OR UPDATE ON message"
                        + " FOR EACH ROW EXECUTE FUNCTION see_state()");
    }

    @AfterEach
    void stop_watching() {
        DatabaseAdmin.execute("DROP TRIGGER IF EXISTS see_state ON message");
        DatabaseAdmin.execute("DROP TABLE IF EXISTS seen_state");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void random_interleavings_stay_inside_the_table(long seed) throws Exception {
        var random = new Random(seed);
        var messages = new ArrayList<TestMessage>();
        for (var step = 0; step < STEPS; step++) {
            happen(random, messages);
        }
        var seen = tables.read("SELECT was || '>' || now FROM seen_state", r -> r.getString(1));
        assertThat(seen).hasSizeGreaterThan(FEWEST_TRANSITIONS);
        assertThat(LegalTransitions.TABLE.pairs()).containsAll(seen);
    }

    @Test
    void a_transition_happens_if_and_only_if_the_table_has_it() {
        var message = due(new Random(0));
        scene.arrives(message);
        for (var was : LegalTransitions.TABLE.first()) {
            forEachOther(message, was);
        }
        LegalTransitions.TABLE.next().keySet().forEach(was -> forEachOther(message, was));
    }

    @Test
    void a_transition_that_is_taken_out_of_the_table_is_refused() {
        var message = due(new Random(0));
        scene.arrives(message);
        LegalTransitions.TABLE
                .next()
                .forEach((was, nexts) -> nexts.forEach(next -> refused(message, was, next)));
    }

    private void forEachOther(TestMessage message, DeliveryState was) {
        for (var next : EnumSet.allOf(DeliveryState.class)) {
            if (isOurs(next) && next != was) {
                var legal =
                        LegalTransitions.TABLE.next().getOrDefault(was, Set.of()).contains(next);
                assertThat(moves(LegalTransitions.TABLE, message, was, next))
                        .as("%s to %s", was, next)
                        .isEqualTo(legal);
            }
        }
    }

    private void refused(TestMessage message, DeliveryState was, DeliveryState next) {
        var table = new EnumMap<DeliveryState, Set<DeliveryState>>(LegalTransitions.TABLE.next());
        var left = EnumSet.copyOf(table.get(was));
        left.remove(next);
        table.put(was, left);
        var shorter = new LegalTransitions(LegalTransitions.TABLE.first(), table);
        assertThat(moves(shorter, message, was, next)).as("%s to %s", was, next).isFalse();
    }

    /** Whether a message in one state can be moved into another. */
    private boolean moves(
            LegalTransitions table, TestMessage ready, DeliveryState was, DeliveryState next) {
        scene.update("UPDATE message SET state = ?", was.name());
        var transitions = new Transitions(database, outbox, metrics, table);
        var facts =
                new MessageFacts(
                        ready.id(),
                        1,
                        0,
                        was,
                        null,
                        Fallback.NONE,
                        true,
                        clock.instant(),
                        false,
                        false);
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var decision = Decision.because(next, Cause.DEFECT);
                            return !transitions
                                    .move(List.of(decision.of(facts)), clock.instant())
                                    .isEmpty();
                        });
    }

    private boolean isOurs(DeliveryState state) {
        return LegalTransitions.TABLE.pairs().stream().anyMatch(p -> p.endsWith(">" + state));
    }

    private TestMessage due(Random random) {
        return TestMessage.dueAt(clock.instant())
                .to(scene.phoneOn("default"))
                .fallback(
                        random.nextBoolean() ? Fallback.EMAIL : Fallback.NONE,
                        Duration.ofMinutes(random.nextInt(20)))
                .sendBefore(clock.instant().plus(Duration.ofMinutes(1 + random.nextInt(240))));
    }

    private void happen(Random random, List<TestMessage> messages) throws Exception {
        var what = messages.size() < 3 ? 0 : random.nextInt(15);
        var one = messages.isEmpty() ? null : messages.get(random.nextInt(messages.size()));
        switch (what) {
            case 0 -> {
                messages.add(due(random));
                scene.arrives(messages.getLast());
            }
            case 1 -> scene.prepare();
            case 2, 3 -> scene.dispatch();
            case 4 -> phones.ofDefault().mode(MODES.get(random.nextInt(MODES.size())));
            case 5 -> scene.reconcile();
            case 6 -> scene.handOver();
            case 7 -> scene.withdrawn(one.id());
            case 8 -> optsOut(one);
            case 9 -> scene.arrives(one, 1 + random.nextInt(4));
            case 10 -> hear(one, ACKS.get(random.nextInt(ACKS.size())));
            case 11 -> clock.advance(Duration.ofSeconds(30 + random.nextInt(900)));
            case 12 -> {
                scene.update(
                        "UPDATE message SET state = 'SENDING', sending_since = ?::timestamptz,"
                                + " lease_until = clock_timestamp() - interval '1 s' WHERE state ="
                                + " 'WAITING' AND client_message_id IS NOT NULL",
                        clock.instant().toString());
                scene.doubtStaleIntents();
            }
            case 13 -> fail(one);
            default -> scene.round();
        }
    }

    private void optsOut(TestMessage one) {
        scene.update(
                "INSERT INTO opt_out VALUES ('default', ?, now()) ON CONFLICT DO NOTHING",
                one.message().recipient().phone().e164());
    }

    private void hear(TestMessage one, Ack ack) {
        idOf(one, id -> receipts.received(id, ack));
    }

    private void fail(TestMessage one) {
        idOf(one, id -> failures.received(id, NotSentReason.REFUSED_BY_PROVIDER));
    }

    private void idOf(TestMessage one, Consumer<String> told) {
        tables.read(
                        "SELECT client_message_id FROM message WHERE reminder_id = ?"
                                + " AND client_message_id IS NOT NULL",
                        r -> r.getString(1),
                        one.id())
                .forEach(id -> QuarkusTransaction.requiringNew().run(() -> told.accept(id)));
    }
}
