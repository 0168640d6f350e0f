package com.clinni.faultharness.load;

import com.clinni.testbed.client.Clinni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Books visits over several clinics, some of them moved or cancelled soon after, whatever happens
 * to the services meanwhile.
 */
public final class Load implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final long seed;
    private final List<Clinic> clinics;
    private final Roster roster;
    private final Booker booking;
    private final Clock time;
    private volatile BookingHorizon ahead = BookingHorizon.USUAL;
    private volatile @Nullable Change change;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

    public Load(
            Clinni clinni, List<Clinic> clinics, Roster roster, DueSet due, Clock time, long seed) {
        this.seed = seed;
        this.clinics = List.copyOf(clinics);
        this.roster = roster;
        this.booking = new Booker(clinni, due, time);
        this.time = time;
    }

    /** How far ahead the visits are that are booked from now on. */
    public Load ahead(BookingHorizon wanted) {
        ahead = wanted;
        return this;
    }

    /** What becomes of each visit that is booked from now on; at first chance decides. */
    public Load changing(Change wanted) {
        change = wanted;
        return this;
    }

    /** Books so many a second from now on, as far as the system takes them. */
    public void steady(double perSecond) {
        var gap = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        // never fails: what does is among the failures
        var _ = clock.scheduleAtFixedRate(this::one, 0, gap, TimeUnit.NANOSECONDS);
    }

    /** Books so many, one behind the other in a few rows; returns when the last is acknowledged. */
    public void book(int visits) throws InterruptedException {
        for (var n = 0; n < visits; n++) {
            one();
        }
        awaitAcknowledgements();
    }

    /** Stops booking; returns when whatever was begun is acknowledged. */
    public void stop() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        awaitAcknowledgements();
        var failure = failures.poll();
        if (failure != null) {
            throw new IllegalStateException("a visit could not be booked or changed", failure);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void one() {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            var visit = next();
            underWay.incrementAndGet();
            Thread.ofVirtual().start(() -> book(visit));
        } catch (RuntimeException e) {
            places.release();
            failures.add(e);
        }
    }

    private Visit next() {
        var visit = Visit.of(seed, next.getAndIncrement(), clinics, ahead, roster, time.instant());
        var wanted = change;
        return wanted == null ? visit : visit.with(wanted);
    }

    private void book(Visit visit) {
        try {
            List<RecordedReminder> booked;
            try {
                booked = booking.book(visit);
            } finally {
                places.release();
            }
            if (visit.change() != Change.NONE) {
                Thread.sleep(visit.after());
                booking.change(visit, booked);
            }
        } catch (RuntimeException e) {
            failures.add(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Each call gives up in the end, and what a visit is left alone for is seconds. */
    private void awaitAcknowledgements() throws InterruptedException {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (underWay.get() > 0) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException(
                        underWay.get() + " visits are not acknowledged after " + PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }
}
