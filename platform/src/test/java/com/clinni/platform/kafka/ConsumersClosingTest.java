package com.clinni.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30) // a consumer that is waited for for ever would hold up the build
class ConsumersClosingTest {

    private static final int CHANNELS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConsumersClosing closing = new ConsumersClosing();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void all_consumers_close_at_the_same_time() throws Exception {
        var together = new CyclicBarrier(CHANNELS);
        for (var n = 0; n < CHANNELS; n++) {
            closing.add(
                    () -> {
                        meet(together); // nobody passes before all are there
                        closed.incrementAndGet();
                    });
        }

        closing.end(PATIENCE);

        assertThat(closed).hasValue(CHANNELS);
    }

    @Test
    void one_that_fails_holds_up_none_of_the_others() throws Exception {
        closing.add(
                () -> {
                    throw new IllegalStateException();
                });
        closing.add(closed::incrementAndGet);

        closing.end(PATIENCE);

        assertThat(closed).hasValue(1);
    }

    @Test
    void one_that_never_ends_is_not_waited_for_for_ever() throws Exception {
        var never = new CountDownLatch(1);
        closing.add(() -> await(never));
        closing.add(closed::incrementAndGet);

        closing.end(Duration.ofMillis(200));

        assertThat(closed).hasValue(1);
        never.countDown();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the others were not there", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
