package com.clinni.whatsapp.line;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.WhatsAppGateway;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A WhatsApp number with its gateway, its slots, and the guard that keeps its trouble away from
 * other lines.
 */
public final class Line {

    private final String name;
    private final LineConfig config;
    private final WhatsAppGateway gateway;
    private final ExecutorService threads;
    private final LineGuard guard;
    private final Semaphore slots;

    /** A line that runs its sends on {@code threads} and behind {@code guard}. */
    public Line(
            String name,
            LineConfig config,
            WhatsAppGateway gateway,
            ExecutorService threads,
            LineGuard guard) {
        this.name = name;
        this.config = config;
        this.gateway = gateway;
        this.threads = threads;
        this.guard = guard;
        this.slots = new Semaphore(config.slots());
    }

    public String name() {
        return name;
    }

    public LineConfig config() {
        return config;
    }

    /** For everything but sending, which goes through {@link #guarded}. */
    public WhatsAppGateway gateway() {
        return gateway;
    }

    /** How many sends may be claimed now. */
    public int freeSlots() {
        return slots.availablePermits();
    }

    /** Takes a slot and runs; whoever claims no more than the free slots never waits here. */
    public void execute(Runnable send) {
        slots.acquireUninterruptibly();
        try {
            threads.execute(
                    () -> {
                        try {
                            send.run();
                        } finally {
                            slots.release();
                        }
                    });
        } catch (RuntimeException e) {
            slots.release();
            throw e;
        }
    }

    /** Runs one send behind the line's guard. */
    public SendOutcome guarded(ChatId to, Callable<SendOutcome> send) {
        return guard.call(to, send);
    }

    /** Lets calls through again, because the line's row did. */
    public void letThrough() {
        guard.letThrough();
    }

    /** Waits until a slot is free; false when none got free in that time. */
    public boolean awaitFreeSlot(Duration patience) throws InterruptedException {
        return awaitSlots(1, patience);
    }

    /** Waits until nothing is under way. */
    public boolean awaitIdle(Duration patience) throws InterruptedException {
        return awaitSlots(config.slots(), patience);
    }

    private boolean awaitSlots(int wanted, Duration patience) throws InterruptedException {
        if (!slots.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        slots.release(wanted);
        return true;
    }

    @Override
    public String toString() {
        return "Line[" + name + "]";
    }
}
