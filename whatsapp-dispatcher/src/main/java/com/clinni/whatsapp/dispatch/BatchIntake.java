package com.clinni.whatsapp.dispatch;

import com.clinni.events.Cause;
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
 * gets a transaction of its own and only the one at fault is put aside; when the database is away,
 * whoever called tries again.
 */
@ApplicationScoped
public class BatchIntake {

    private static final Logger LOG = Logger.getLogger(BatchIntake.class);

    private final DeadRecords deadRecords;

    BatchIntake(DeadRecords deadRecords) {
        this.deadRecords = deadRecords;
    }

    public void take(
            ConsumerRecords<String, byte[]> records,
            Consumer<List<ConsumerRecord<String, byte[]>>> store) {
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        records.forEach(batch::add);
        try {
            QuarkusTransaction.requiringNew().run(() -> store.accept(batch));
        } catch (RuntimeException e) {

            throwIfItMayPass(e);
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
            var cause = e instanceof DatabaseException ? Cause.SCHEMA_INVALID : Cause.DEFECT;
            LOG.warnf("A record is put aside: %s", e.getClass().getName());
            QuarkusTransaction.requiringNew().run(() -> deadRecords.bury(record, cause, null));
        }
    }

    private static void throwIfItMayPass(RuntimeException e) {
        var isAway =
                e instanceof QuarkusTransactionException
                        || e instanceof DatabaseException database && !database.isAboutValues();
        if (isAway) {
            LOG.warnf("Intake waits: %s", e.getMessage());
            throw e;
        }
    }
}
