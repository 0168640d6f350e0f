package com.clinni.fallback.send;

import com.clinni.fallback.send.Claims.Claimed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Runs a limited number of sends at once: it claims only as many messages as it has free slots. */
final class BoundedWorker {

    private static final long PATIENCE_SECONDS = 25;

    private final int size;
    private final Semaphore slots;
    private final ExecutorService threads;
    private volatile boolean closing;

    BoundedWorker(int size, ExecutorService threads) {
        this.size = size;
        this.slots = new Semaphore(size);
        this.threads = threads;
    }

    /**
     * Claims and sends until a claim finds nothing. Returns while the last ones are on their way.
     */
    void drain(IntFunction<Claimed> claim, Consumer<Intent> send) {
        while (!closing && fill(claim, send)) {
            // there may be more
        }
    }

    private boolean fill(IntFunction<Claimed> claim, Consumer<Intent> send) {
        slots.acquireUninterruptibly();
        var free = 1 + slots.drainPermits();
        try {
            if (closing) {
                return false;
            }
            var claimed = claim.apply(free);
            for (var intent : claimed.intents()) {
                threads.execute(() -> run(intent, send));
                free--;
            }
            return claimed.looked() > 0;
        } finally {
            slots.release(free);
        }
    }

    private void run(Intent intent, Consumer<Intent> send) {
        try {
            send.accept(intent);
        } finally {
            slots.release();
        }
    }

    /** What is still on its way after a while becomes a doubt when its lease runs out. */
    void close() {
        closing = true;
        try {
            if (slots.tryAcquire(size, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                slots.release(size);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
