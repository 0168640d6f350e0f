package com.clinni.platform.intake;

import com.clinni.events.Cause;
import com.clinni.platform.database.ConcurrentChange;
import com.clinni.platform.database.DatabaseException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Stores a batch in one transaction. When it cannot be stored because of what is in it, each record
 * gets a transaction of its own and only the one at fault becomes a dead letter; when the database
 * is away, or another transaction was in the way, whoever called tries again.
 */
@ApplicationScoped
public class BatchIntake {

    private static final Logger LOG = Logger.getLogger(BatchIntake.class);

    private final DeadLetterPublisher deadLetters;

    BatchIntake(DeadLetterPublisher deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Throws only when trying again later can help. */
    public void take(
            ConsumerRecords<String, byte[]> records,
            Consumer<List<ConsumerRecord<String, byte[]>>> store) {
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        records.forEach(batch::add);
        try {
            QuarkusTransaction.requiringNew().run(() -> store.accept(batch));
        } catch (RuntimeException e) {
            throwIfItMayPass(e);
            LOG.warnf("%d records go in one by one: one of them does not go in", batch.size());
            batch.forEach(record -> takeAlone(record, store));
        }
    }

    private void takeAlone(
            ConsumerRecord<String, byte[]> record,
            Consumer<List<ConsumerRecord<String, byte[]>>> store) {
        try {
            QuarkusTransaction.requiringNew().run(() -> store.accept(List.of(record)));
        } catch (RuntimeException e) {
            throwIfItMayPass(e);
            var isRefused = DatabaseException.behind(e).isPresent();
            var cause = isRefused ? Cause.SCHEMA_INVALID : Cause.DEFECT;
            LOG.errorf("a record does not go in: %s", e.getClass().getName());
            QuarkusTransaction.requiringNew().run(() -> deadLetters.bury(record, cause, null));
        }
    }

    private static void throwIfItMayPass(RuntimeException e) {
        var database = DatabaseException.behind(e);
        var mayPass =
                database.isPresent()
                        ? !database.get().isAboutValues()
                        : e instanceof ConcurrentChange || e instanceof QuarkusTransactionException;
        if (mayPass) {
            LOG.warnf("intake waits: %s", e.getMessage());
            throw e;
        }
    }
}
