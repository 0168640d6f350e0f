package com.clinni.platform.intake;

import com.clinni.events.Cause;
import com.clinni.events.Event;
import com.clinni.events.EventReader;
import com.clinni.events.Reading.Read;
import com.clinni.events.Reading.Rejected;
import com.clinni.platform.database.ConcurrentChange;
import com.clinni.platform.database.DatabaseException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Stores a batch in one transaction. When it cannot be stored because of what is in it, each of its
 * parts gets a transaction of its own and only the one at fault is put aside; when the database is
 * away, or another transaction was in the way, whoever called tries again.
 */
@ApplicationScoped
public class BatchIntake {

    private static final Logger LOG = Logger.getLogger(BatchIntake.class);

    private final DeadLetterPublisher deadLetters;

    BatchIntake(DeadLetterPublisher deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * Takes in the events of one topic. A record that cannot be read, or cannot be stored, becomes
     * a dead letter. Throws only when trying again later can help.
     *
     * @param store keeps them in the current transaction; a repeat of what it kept changes nothing
     */
    public <T extends Event> void take(
            ConsumerRecords<String, byte[]> records,
            EventReader<T> reader,
            Consumer<List<T>> store) {
        take(records, batch -> store(batch, reader, store));
    }

    /**
     * Takes in records. One that cannot be stored becomes a dead letter. Throws only when trying
     * again later can help.
     *
     * @param store reads and keeps them in the current transaction
     */
    public void take(
            ConsumerRecords<String, byte[]> records,
            Consumer<List<ConsumerRecord<String, byte[]>>> store) {
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        records.forEach(batch::add);
        take(batch, store, this::bury);
    }

    /**
     * Takes in whatever can be stored one by one too. Throws only when trying again later can help.
     *
     * @param putAside takes the one that cannot be stored, in a transaction of its own
     * @throws ConcurrentChange as {@code store} threw it: another transaction was in the way
     * @throws DatabaseException when the database is away or a row is locked
     */
    public <T> void take(
            List<T> batch, Consumer<List<T>> store, BiConsumer<T, RuntimeException> putAside)
            throws ConcurrentChange, DatabaseException {
        try {
            QuarkusTransaction.requiringNew().run(() -> store.accept(batch));
        } catch (RuntimeException e) {
            throwIfItMayPass(e);
            LOG.warnf("%d records go in one by one: one of them does not go in", batch.size());
            batch.forEach(each -> takeAlone(each, store, putAside));
        }
    }

    private static <T> void takeAlone(
            T one, Consumer<List<T>> store, BiConsumer<T, RuntimeException> putAside) {
        try {
            QuarkusTransaction.requiringNew().run(() -> store.accept(List.of(one)));
        } catch (RuntimeException e) {
            throwIfItMayPass(e);
            LOG.errorf("a record does not go in: %s", e.getClass().getName());
            QuarkusTransaction.requiringNew().run(() -> putAside.accept(one, e));
        }
    }

    private <T extends Event> void store(
            List<ConsumerRecord<String, byte[]>> batch,
            EventReader<T> reader,
            Consumer<List<T>> store) {
        var events = new ArrayList<T>();
        var unreadable = new LinkedHashMap<ConsumerRecord<String, byte[]>, Rejected<T>>();
        for (var record : batch) {
            switch (reader.read(record.headers(), record.value())) {
                case Read<T>(var event) -> events.add(event);
                case Rejected<T> why -> unreadable.put(record, why);
            }
        }
        if (!events.isEmpty()) {
            store.accept(events);
        }
        unreadable.forEach((record, why) -> deadLetters.bury(record, why.cause(), why.field()));
    }

    private void bury(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        var isRefused = DatabaseException.behind(failure).isPresent();
        deadLetters.bury(record, isRefused ? Cause.SCHEMA_INVALID : Cause.DEFECT, null);
    }

    private static void throwIfItMayPass(RuntimeException e) {
        if (DatabaseException.mayPass(e)) {
            LOG.warnf("intake waits: %s", e.getMessage());
            throw e;
        }
    }
}
