package com.clinni.whatsapp.inbound;

import com.clinni.platform.database.DatabaseException;
import com.clinni.whatsapp.inbound.InboundTable.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stores messages before the webhook is answered. Webhooks that come together are written together
 * by one of their threads, on one connection: a flood costs a few commits a second, and takes no
 * connection from the reminders.
 */
@ApplicationScoped
class InboundStore {

    private static final int TOGETHER = 500;

    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final InboundTable table;

    InboundStore(InboundTable table) {
        this.table = table;
    }

    private record Pending(Delivery delivery, CompletableFuture<Boolean> isNew) {}

    /** False when it was heard before, by its own id or its event's. Returns once it is kept. */
    boolean keep(Delivery delivery) {
        var mine = new Pending(delivery, new CompletableFuture<>());
        pending.add(mine);
        writing.lock();
        try {
            while (!mine.isNew().isDone()) {
                write(next());
            }
        } finally {
            writing.unlock();
        }
        return mine.isNew().join();
    }

    private List<Pending> next() {
        var batch = new ArrayList<Pending>();
        Pending one;
        while (batch.size() < TOGETHER && (one = pending.poll()) != null) {
            batch.add(one);
        }
        return batch;
    }

    private void write(List<Pending> batch) {
        try {
            var kept = table.keep(batch.stream().map(Pending::delivery).toList());
            batch.forEach(
                    one -> one.isNew().complete(kept.remove(InboundTable.Key.of(one.delivery()))));
        } catch (DatabaseException e) {
            if (batch.size() > 1 && e.isAboutValues()) {
                batch.forEach(one -> write(List.of(one)));
            } else {
                batch.forEach(one -> one.isNew().completeExceptionally(e));
            }
        } catch (RuntimeException e) {
            batch.forEach(one -> one.isNew().completeExceptionally(e));
        }
    }
}
