package com.clinni.whatsapp.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes claim at once. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class ClaimersTest {

    @Inject Lines lines;
    @Inject Claims claims;
    @Inject ServiceDriver scene;
    @Inject MutableClock clock;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void many_claimers_share_one_rate_and_never_a_row() throws Exception {
        for (var i = 0; i < 20; i++) {
            scene.arrives(TestMessage.dueAt(clock.instant()).to(scene.phoneOn("second")));
        }
        scene.update("UPDATE message SET client_message_id = reminder_id::text, chat_id = 'x'");
        var second = lines.named("second").orElseThrow();
        var claimed = new ArrayList<Intent>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var minute = 0; minute < 5; minute++) {
                var now = clock.instant();
                var tries =
                        IntStream.range(0, 8)
                                .<Callable<List<Intent>>>mapToObj(
                                        i -> () -> claimed(second, 4, now))
                                .toList();
                for (var attempt : threads.invokeAll(tries)) {
                    claimed.addAll(attempt.get());
                }
                clock.advance(Duration.ofSeconds(90));
            }
        }
        assertThat(claimed).hasSize(5).extracting(Intent::reminderId).doesNotHaveDuplicates();
    }

    @Test
    void claimers_of_an_unpaced_line_never_share_a_row() throws Exception {
        for (var i = 0; i < 40; i++) {
            scene.arrives(TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default")));
        }
        scene.update("UPDATE message SET client_message_id = reminder_id::text, chat_id = 'x'");
        var line = lines.named("default").orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries =
                    IntStream.range(0, 8)
                            .<Callable<List<Intent>>>mapToObj(
                                    i -> () -> claimed(line, 8, clock.instant()))
                            .toList();
            var claimed = new ArrayList<Intent>();
            for (var attempt : threads.invokeAll(tries)) {
                claimed.addAll(attempt.get());
            }
            assertThat(claimed).hasSize(40).extracting(Intent::reminderId).doesNotHaveDuplicates();
        }
    }

    private List<Intent> claimed(Line line, int slots, Instant now) {
        return CurrentCaller.call(
                Caller.thisService("claim"), () -> claims.claim(line, slots, now).intents());
    }
}
