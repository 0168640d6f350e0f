package com.clinni.whatsapp.dispatch;

import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Fallback;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.Mode;
import com.clinni.whatsapp.HerdProfile;
import com.clinni.whatsapp.MutableClock;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineMonitor;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    @Inject Handover handover;
    @Inject LineMonitor monitor;
    @Inject Claims claims;
    @Inject Lines lines;
    @Inject Scene scene;
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

    private Ready due() {
        return Ready.dueAt(clock.instant()).to(scene.phoneOn("default"));
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
        var large = new ArrayList<Ready>();
        IntStream.range(0, 200).forEach(i -> large.add(due().ofClinic("large")));
        var small = IntStream.range(0, 10).mapToObj(i -> due().ofClinic("small")).toList();
        var later = IntStream.range(0, 20).mapToObj(i -> due().ofClinic("later")).toList();
        arrive(large);
        arrive(small);
        scene.update(PREPARED);

        var first = claimed(20);
        assertThat(first).containsAll(small.stream().map(Ready::id).toList());
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
        crowd(2_000, "interval '20 hours'");
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
        crowd(1_000, "interval '20 hours'");
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
    void what_cannot_leave_in_time_is_handed_over_early_and_nothing_else_is() {
        crowd(1_000, "interval '1 minute'");
        scene.update("UPDATE message SET turn = 5000 WHERE fallback = 'NONE'");
        var stoic = due().fallback(Fallback.NONE, Duration.ZERO);
        scene.arrives(stoic.sendBefore(clock.instant().plusSeconds(60)));
        var tomorrow = due();
        scene.arrives(tomorrow);
        handover.handOver();

        var saved =
                Integer.parseInt(scene.one("SELECT count(*) FROM message WHERE state = 'WAITING'"));
        assertThat(saved - 2).as("a minute at 8 a second with a reserve").isBetween(400, 440);
        assertThat(
                        scene.one(
                                "SELECT string_agg(DISTINCT cause, ',') FROM message WHERE state ="
                                        + " 'DEAD'"))
                .isEqualTo("LINE_BUSY");
        assertThat(scene.stateOf(stoic)).isEqualTo(WAITING);
        assertThat(scene.stateOf(tomorrow)).isEqualTo(WAITING);
        handover.handOver();
        assertThat(scene.one("SELECT count(*) FROM message WHERE state = 'WAITING'"))
                .isEqualTo(String.valueOf(saved));
    }

    @Test
    void what_can_all_leave_in_time_stays_at_whatever_minutes_its_deadlines_are() {
        crowd(1_200, "interval '1 minute' + i * interval '200 milliseconds'");
        handover.handOver();

        assertThat(scene.one("SELECT count(*) FROM message WHERE state = 'WAITING'"))
                .isEqualTo("1200");
    }

    @Test
    void an_overload_now_does_not_cost_those_whose_time_is_later() {
        crowd(2_000, "interval '1 minute'");
        crowd(2_000, "interval '10 minutes'");
        handover.handOver();

        assertThat(
                        scene.one(
                                "SELECT count(*) FROM message WHERE state = 'WAITING' AND"
                                        + " send_before > '2030-03-05T12:05:00Z'"))
                .isEqualTo("2000");
    }

    @Test
    void among_twenty_thousand_a_claim_reads_the_first_rows_of_an_index() throws Exception {
        crowd(20_000, "interval '20 hours'");
        scene.update("ANALYZE message");
        var plan = explain();
        assertThat(plan).contains("message_prepared").doesNotContain("Seq Scan on message");

        var start = System.nanoTime();
        assertThat(claimed(50)).hasSize(50);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private String explain() throws IOException {
        try (var in = getClass().getResourceAsStream("/sql/claim.sql")) {
            var sql =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("{transition}", "m.state")
                            .replace(":line", "'default'")
                            .replace(":now", "timestamptz '2030-03-05T12:00:00Z'")
                            .replace(":limit", "1")
                            .replace(":claims", "1")
                            .replace(":leaseSeconds", "1");
            return String.join("\n", tables.read("EXPLAIN " + sql, result -> result.getString(1)));
        }
    }

    /** Messages that are prepared and due, of a hundred clinics. */
    private void crowd(int many, String timeLeft) {
        scene.update(
                "INSERT INTO message (reminder_id, generation, state, changed_at, sequence, line,"
                    + " appointment_id, appointment_version, clinic_id, zone, due_at, send_before,"
                    + " fallback, fallback_after, chat_id, client_message_id, turn, record_topic,"
                    + " record_partition, record_offset, record_headers, record_value) SELECT"
                    + " gen_random_uuid(), 1, 'WAITING', now(), 1, 'default', 'visit-' || i, 1,"
                    + " 'clinic-' || i % 100, 'UTC', '2030-03-05T11:00:00Z', timestamptz"
                    + " '2030-03-05T12:00:00Z' + "
                        + timeLeft
                        + ", 'EMAIL', '1 hour', 'x', gen_random_uuid()::text, i / 100, 't', 0, i,"
                        + " '', '' FROM generate_series(1, ?) AS i",
                many);
    }

    private void arrive(List<Ready> many) {
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
        Callable<List<Intent>> claim = () -> claims.claim(line(), 4, now).intents();
        return pods.invokeAll(List.of(claim, claim)).stream()
                .flatMap(future -> future.resultNow().stream())
                .toList();
    }
}
