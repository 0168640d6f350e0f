package com.clinni.fallback.fallback;

import com.clinni.fallback.database.DatabaseOutage;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Stores many at once. Where one of them cannot be stored each is stored on its own, and only that
 * one is put aside; while the database is away whoever called must come again.
 */
public final class Batch {

    private static final Logger LOG = Logger.getLogger(Batch.class);

    private Batch() {}

    public static <T> void store(
            List<T> all, Consumer<List<T>> store, BiConsumer<T, RuntimeException> putAside) {
        if (all.isEmpty()) {
            return;
        }
        try {
            store.accept(all);
        } catch (RuntimeException e) {
            DatabaseOutage.rethrow(e);
            LOG.warnf("a batch of %d is stored one by one: %s", all.size(), e.getClass().getName());
            all.forEach(one -> storeAlone(one, store, putAside));
        }
    }

    private static <T> void storeAlone(
            T one, Consumer<List<T>> store, BiConsumer<T, RuntimeException> putAside) {
        try {
            store.accept(List.of(one));
        } catch (RuntimeException e) {
            DatabaseOutage.rethrow(e);
            LOG.errorf("a record is put aside: %s", e.getClass().getName());
            putAside.accept(one, e);
        }
    }
}
