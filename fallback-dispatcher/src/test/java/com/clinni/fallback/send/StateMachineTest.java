package com.clinni.fallback.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.message.LegalTransitions;
import com.clinni.fallback.message.LegalTransitions.Step;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.fallback.message.TransitionReports;
import com.clinni.platform.database.Database;
import com.clinni.platform.erasure.Erasures;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The state machine against the real database: a trigger writes down every state that any statement
 * gives a message.
 */
@QuarkusTest
class StateMachineTest extends ServiceTest {

    private static final Logger LOG = Logger.getLogger(StateMachineTest.class);
    private static final int THREADS = 3;
    private static final int STEPS = 60;
    private static final int MOST_ROUNDS = 40;

    /** Happens only where an allow-list of test recipients is changed while messages are out. */
    private static final Set<Step> NEEDS_ANOTHER_CONFIGURATION =
            Set.of(
                    new Step(DeliveryState.ACCEPTED, DeliveryState.SUPPRESSED),
                    new Step(DeliveryState.IN_DOUBT, DeliveryState.SUPPRESSED));

    @Inject Messages messages;
    @Inject Database statements;
    @Inject TransitionReports reports;
    @Inject Erasures erasures;
    @Inject RandomWork work;

    @BeforeEach
    void every_state_is_written_down() {
        DatabaseAdmin.execute(
                "CREATE TABLE seen (before text, after text); GRANT SELECT ON seen TO PUBLIC");
        DatabaseAdmin.execute(
                """
                CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    INSERT INTO seen VALUES (CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END, NEW.state);
                    RETURN NULL;
                END $$\
                """);
        DatabaseAdmin.execute(
                "CREATE TRIGGER see AFTER INSERT OR UPDATE OF state ON message"
                        + " FOR EACH ROW EXECUTE FUNCTION see()");
    }

    @AfterEach
    void nothing_is_written_down_any_more() {
        DatabaseAdmin.execute("DROP FUNCTION see CASCADE; DROP TABLE seen");
    }

    @Test
    void whatever_happens_in_whatever_order_follows_the_table_and_comes_to_an_end()
            throws Exception {
        RandomArrivals.CLINICS_WITH_CREDIT.forEach(clinic -> CreditClient.topUp(clinic, 10_000));
        var seed = new Random().nextLong();
        LOG.infof("seed %d", seed);
        var missing = new HashSet<>(LegalTransitions.TABLE.steps());
        missing.removeAll(NEEDS_ANOTHER_CONFIGURATION);
        for (var round = 0; round < MOST_ROUNDS && !missing.isEmpty(); round++) {
            atOnce(seed + 100L * round);
            work.finish(this::query, this::execute);

            assertThat(
                            query(
                                    "SELECT id, state FROM message WHERE state IN ('RECEIVED',"
                                            + " 'SENDING', 'IN_DOUBT')"))
                    .as("seed %d, round %d", seed, round)
                    .isEmpty();
            assertThat(seen()).as("seed %d", seed).isSubsetOf(LegalTransitions.TABLE.steps());
            assertThat(firstSeen()).as("seed %d", seed).isSubsetOf(LegalTransitions.TABLE.first());
            missing.removeAll(seen());
        }
        assertThat(missing).as("seed %d: what never happens needs no row", seed).isEmpty();
    }

    @Test
    void a_message_moves_where_the_table_says_and_nowhere_else() {
        var id = died(TestMessage.message().build(), Cause.LINE_DOWN);
        var waiting = waiting();
        for (var from : DeliveryState.values()) {
            for (var to : DeliveryState.values()) {
                if (!isOfThisService(from) || !isOfThisService(to)) {
                    continue;
                }
                execute("UPDATE message SET state = '" + from + "'");
                var transition = Transition.of(as(waiting, from, (int) row(id).get("epoch")), to);
                if (LegalTransitions.TABLE.steps().contains(new Step(from, to))) {
                    assertThat(move(transition)).as("%s to %s", from, to).isPresent();
                    assertThat(stateOf(id)).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> move(transition))
                            .as("%s to %s", from, to)
                            .isInstanceOf(IllegalStateException.class);
                    assertThat(stateOf(id)).isEqualTo(from);
                }
            }
        }
    }

    @Test
    void a_transition_that_is_taken_out_of_the_table_is_refused() {
        var id = died(TestMessage.message().build(), Cause.LINE_DOWN);
        var waiting = waiting();
        for (var gone : LegalTransitions.TABLE.steps()) {
            execute("UPDATE message SET state = '" + gone.from() + "'");
            var rest =
                    LegalTransitions.TABLE.steps().stream()
                            .filter(step -> !step.equals(gone))
                            .toList();
            var shorter =
                    new Messages(
                            statements,
                            reports,
                            erasures,
                            clock,
                            new LegalTransitions(LegalTransitions.TABLE.first(), rest));
            var transition =
                    Transition.of(as(waiting, gone.from(), (int) row(id).get("epoch")), gone.to());

            assertThatThrownBy(() -> move(shorter, transition))
                    .as("%s", gone)
                    .isInstanceOf(IllegalStateException.class);
            assertThat(close(shorter, id, gone.to())).as("%s", gone).isEmpty();
            assertThat(stateOf(id)).isEqualTo(gone.from());
        }
    }

    private void atOnce(long seed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var all = new java.util.ArrayList<java.util.concurrent.Callable<Object>>();
            for (var t = 0; t < THREADS; t++) {
                var random = new Random(seed + t);
                all.add(Executors.callable(() -> asService(() -> doMany(random))));
            }
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }

    private void doMany(Random random) {
        for (var i = 0; i < STEPS; i++) {
            work.doOne(random, this::query, this::execute);
        }
    }

    private Optional<StoredMessage> move(Transition transition) {
        return move(messages, transition);
    }

    private static Optional<StoredMessage> move(Messages messages, Transition transition) {
        return QuarkusTransaction.requiringNew().call(() -> messages.move(transition));
    }

    private static Set<UUID> close(Messages messages, UUID id, DeliveryState to) {
        return QuarkusTransaction.requiringNew().call(() -> messages.close(List.of(id), to));
    }

    private StoredMessage waiting() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                messages.lockWaiting(
                                        Channel.EMAIL,
                                        clock.instant(),
                                        Instant.parse("9999-12-31T00:00:00Z"),
                                        1))
                .getFirst();
    }

    private static StoredMessage as(StoredMessage message, DeliveryState state, int epoch) {
        return new StoredMessage(
                message.id(),
                message.subject(),
                message.headers(),
                message.value(),
                state,
                message.channel(),
                message.cause(),
                message.diedOf(),
                message.failures(),
                message.attempts(),
                message.possibleDuplicate(),
                message.resent(),
                message.doubtSince(),
                message.sendBefore(),
                message.withdrawn(),
                epoch);
    }

    private Set<Step> seen() {
        var steps = new HashSet<Step>();
        query("SELECT DISTINCT before, after FROM seen WHERE before IS NOT NULL")
                .forEach(row -> steps.add(step(row.get("before"), row.get("after"))));
        return steps;
    }

    private Set<DeliveryState> firstSeen() {
        return query("SELECT DISTINCT after FROM seen WHERE before IS NULL").stream()
                .map(row -> state(row.get("after")))
                .collect(Collectors.toSet());
    }

    private static Step step(Object before, Object after) {
        return new Step(state(before), state(after));
    }

    private static DeliveryState state(Object name) {
        return DeliveryState.valueOf((String) name);
    }

    private static boolean isOfThisService(DeliveryState state) {
        return LegalTransitions.TABLE.first().contains(state)
                || LegalTransitions.TABLE.steps().stream().anyMatch(step -> step.to() == state);
    }
}
