package com.clinni.fallback.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.fallback.send.Claims.Claimed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedWorkerTest {

    @Test
    void a_lane_that_closes_ends_what_is_on_its_way_and_claims_nothing_more() throws Exception {
        var intent = new Intent(null, null, null, new Lease(0, Duration.ofSeconds(50)));
        var claimed = new AtomicInteger();
        var calling = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lane = new BoundedWorker(1, threads);
            var draining =
                    CompletableFuture.runAsync(
                            () ->
                                    lane.drain(
                                            free -> {
                                                claimed.incrementAndGet();
                                                return new Claimed(1, List.of(intent));
                                            },
                                            sent -> {
                                                calling.countDown();
                                                joinOn(answer);
                                            }),
                            threads);
            calling.await();
            var closing = CompletableFuture.runAsync(lane::close, threads);
            await().pollDelay(Duration.ofMillis(200)).until(() -> !closing.isDone());
            answer.countDown();

            closing.join();
            draining.join();
        }
        assertThat(claimed).hasValue(1);
    }

    private static void joinOn(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
