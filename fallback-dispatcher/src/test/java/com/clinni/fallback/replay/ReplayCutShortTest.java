package com.clinni.fallback.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.fallback.FaultyDatabase;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.replay.ReplayRequest.Checked;
import com.clinni.fallback.replay.ReplayRequest.Terms;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.database.Database;
import com.clinni.platform.outbox.Outbox;
import com.clinni.testbed.fault.CommitCuts.Side;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A replay whose process dies between its steps, or at its COMMIT, and is asked for again. */
@QuarkusTest
class ReplayCutShortTest extends ServiceTest {

    private static final int LETTERS = 6;

    @Inject ReplayJob job;
    @Inject ReplayDecisions decisions;
    @Inject Messages messages;
    @Inject Database statements;
    @Inject Outbox outbox;
    @Inject SmsCredit credit;
    @Inject AccessLog audit;

    private final String key = "k-" + UUID.randomUUID();
    private List<UUID> ids;

    @BeforeEach
    void letters_need_attention() {
        ids =
                IntStream.range(0, LETTERS)
                        .mapToObj(i -> TestMessage.message().withoutEmail(Cause.NO_ADDRESS).build())
                        .map(message -> died(message, Cause.NOT_ON_WHATSAPP))
                        .toList();
    }

    @Test
    void cut_short_when_letters_are_queued_and_not_written_down_it_has_done_nothing() {
        var dying =
                new Replays(statements) {
                    @Override
                    void decide(UUID id, List<Turn> turns, List<ReplayPlan.Item> items) {
                        throw new IllegalStateException("killed");
                    }
                };
        cutShort(new ReplayJob(dying, decisions, messages, outbox, credit, audit, clock));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EITHER")
    void with_its_commit_unanswered_asking_again_sends_each_once(Side side) {
        FaultyDatabase.cuts().cut(1, 1, side);

        assertThatThrownBy(() -> run(job)).isInstanceOf(RuntimeException.class);

        run(job);
        eachIsSentBackOnce();
    }

    private void cutShort(ReplayJob dying) {
        assertThatThrownBy(() -> run(dying)).isInstanceOf(IllegalStateException.class);
        assertThat(ids).allMatch(id -> stateOf(id) == DeliveryState.NEEDS_ATTENTION);
        assertThat(sentBack()).isZero();

        run(job);
        run(job);
        eachIsSentBackOnce();
    }

    private void eachIsSentBackOnce() {
        assertThat(ids).allMatch(id -> stateOf(id) == DeliveryState.REPLAYED);
        assertThat(sentBack()).isEqualTo(LETTERS);
    }

    private void run(ReplayJob by) {
        var request = new Checked(ids, null, false, "the address was mended", Terms.NONE);
        QuarkusTransaction.requiringNew().run(() -> by.accept(request, key));
    }

    private int sentBack() {
        return query("SELECT id FROM outbox WHERE topic = ?", Topics.WHATSAPP_READY).size();
    }
}
