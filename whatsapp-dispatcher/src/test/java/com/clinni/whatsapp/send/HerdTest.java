package com.clinni.whatsapp.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.HerdProfile;
import com.clinni.whatsapp.ManyMessages;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.SqlText;
import com.clinni.whatsapp.Tables;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineMonitor;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands wait, and one line sends ten a second at most. */
@QuarkusTest
@TestProfile(HerdProfile.class)
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class HerdTest {

    private static final String PREPARED =
            "UPDATE message SET client_message_id = reminder_id::text, chat_id = 'x'";

    @Inject LineMonitor monitor;
    @Inject Claims claims;
    @Inject Lines lines;
    @Inject ServiceDriver scene;
    @Inject ManyMessages crowd;
    @Inject Tables tables;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
    }

    private Line line() {
        return lines.named("default").orElseThrow();
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    @Test
    void the_earliest_deadline_leaves_first_whoever_came_first() throws Exception {
        var tomorrow = due().sendBefore(clock.instant().plus(Duration.ofHours(20)));
        var soon = due().sendBefore(clock.instant().plus(Duration.ofHours(1)));
        var between = due().sendBefore(clock.instant().plus(Duration.ofHours(3)));
        scene.arrives(tomorrow, soon, between);
        scene.prepare();

        assertThat(claimed(3)).containsExactly(soon.id(), between.id(), tomorrow.id());
    }

    @Test
    void a_large_clinic_does_not_starve_a_small_one() {
        var large = new ArrayList<TestMessage>();
        IntStream.range(0, 200).forEach(i -> large.add(due().ofClinic("large")));
        var small = IntStream.range(0, 10).mapToObj(i -> due().ofClinic("small")).toList();
        var later = IntStream.range(0, 20).mapToObj(i -> due().ofClinic("later")).toList();
        arrive(large);
        arrive(small);
        scene.update(PREPARED);

        var first = claimed(20);
        assertThat(first).containsAll(small.stream().map(TestMessage::id).toList());
        claimed(80);
        arrive(later);
        scene.update(PREPARED);
        var next = claimed(40);
        assertThat(next)
                .as("who comes later takes turns too, and does not push in front")
                .filteredOn(id -> later.stream().anyMatch(ready -> ready.id().equals(id)))
                .hasSizeBetween(18, 20);
        assertThat(next.subList(0, 10))
                .filteredOn(id -> large.stream().anyMatch(ready -> ready.id().equals(id)))
                .hasSizeBetween(4, 6);
    }

    @Test
    void in_no_second_more_leave_than_the_rate_whoever_claims_and_also_after_a_pause()
            throws Exception {
        crowd.gathers(2_000, "interval '20 hours'");
        var left = new ArrayList<Instant>();
        try (var pods = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var tick = 0; tick < 3_000; tick++) {
                clock.advance(Duration.ofMillis(tick == 1_500 ? 60_000 : 7));
                claimTwice(pods).forEach(intent -> left.add(clock.instant()));
            }
        }
        assertThat(left).hasSizeGreaterThan(120);
        for (var i = 0; i < left.size(); i++) {
            var end = left.get(i).plusSeconds(1);
            var from = left.get(i);
            assertThat(left.stream().filter(at -> !at.isBefore(from) && at.isBefore(end)))
                    .hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void after_an_outage_it_begins_with_a_quarter_of_the_rate() throws Exception {
        crowd.gathers(1_000, "interval '20 hours'");
        phones.ofDefault().mode(Mode.DOWN);
        monitor.lookAtLines();
        monitor.lookAtLines();
        clock.advance(Duration.ofHours(2));
        phones.ofDefault().mode(Mode.OK);
        monitor.lookAtLines();

        assertThat(claimedWithin(Duration.ofSeconds(20))).isBetween(35, 60);
        clock.advance(Duration.ofMinutes(5));
        assertThat(claimedWithin(Duration.ofSeconds(20))).isBetween(140, 200);
    }

    @Test
    void among_twenty_thousand_a_claim_reads_the_first_rows_of_an_index() throws Exception {
        crowd.gathers(20_000, "interval '20 hours'");
        DatabaseAdmin.execute("ANALYZE message");
        var plan = explain();
        assertThat(plan).contains("message_prepared").doesNotContain("Seq Scan on message");
        assertThat(claimed(50)).hasSize(50);
    }

    private String explain() {
        var sql =
                SqlText.of("send", "claim")
                        .replace(":line", "'default'")
                        .replace(":now", "timestamptz '2030-03-05T12:00:00Z'")
                        .replace(":limit", "1")
                        .replace(":claims", "1")
                        .replace(":to", "'SENDING'")
                        .replace(":legal", "'{WAITING>SENDING}'")
                        .replace(":leaseSeconds", "1");
        return String.join("\n", tables.read("EXPLAIN " + sql, result -> result.getString(1)));
    }

    private void arrive(List<TestMessage> many) {
        scene.arrivesInOneBatch(many.stream().map(scene::record).toList());
    }

    private List<UUID> claimed(int many) {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < many; i++) {
            clock.advance(Duration.ofMillis(150));
            claims.claim(line(), 1, clock.instant())
                    .intents()
                    .forEach(it -> ids.add(it.reminderId()));
        }
        return ids;
    }

    private int claimedWithin(Duration duration) {
        var many = 0;
        var end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofMillis(10));
            many += claims.claim(line(), 4, clock.instant()).intents().size();
        }
        return many;
    }

    private List<Intent> claimTwice(ExecutorService pods) throws InterruptedException {
        var now = clock.instant();
        Callable<List<Intent>> claim =
                () ->
                        CurrentCaller.call(
                                Caller.thisService("claim"),
                                () -> claims.claim(line(), 4, now).intents());
        return pods.invokeAll(List.of(claim, claim)).stream()
                .flatMap(future -> future.resultNow().stream())
                .toList();
    }
}
