package com.clinni.appointments.outbox;

import com.clinni.appointments.Database;
import com.clinni.appointments.InTheWay;
import com.clinni.events.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes a batch of records in: one transaction for all of them, or one for each when one of them
 * does not go in. What cannot be taken in at all is buried, and the partition goes on.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final UnusableRecords unusable;
    private final Clock clock;

    Intake(UnusableRecords unusable, Clock clock) {
        this.unusable = unusable;
        this.clock = clock;
    }

    /** Throws only when trying again later can help. */
    public void take(
            ConsumerRecords<String, byte[]> records,
            Consumer<List<ConsumerRecord<String, byte[]>>> store) {
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        records.forEach(batch::add);
        try {
            inTransaction(() -> store.accept(batch));
        } catch (RuntimeException e) {
            if (mayPass(e)) {
                throw e;
            }
            LOG.warnf("%d records go in one by one: one of them does not go in", batch.size());
            batch.forEach(record -> takeAlone(record, store));
        }
    }

    private void takeAlone(
            ConsumerRecord<String, byte[]> record,
            Consumer<List<ConsumerRecord<String, byte[]>>> store) {
        try {
            inTransaction(() -> store.accept(List.of(record)));
        } catch (RuntimeException e) {
            if (mayPass(e)) {
                throw e;
            }
            var cause = Database.sqlStateOf(e).isPresent() ? Cause.SCHEMA_INVALID : Cause.DEFECT;
            LOG.errorf(
                    "record %d of %s-%d is a dead letter: %s, %s",
                    record.offset(),
                    record.topic(),
                    record.partition(),
                    cause,
                    e.getClass().getSimpleName());
            inTransaction(() -> unusable.bury(record, cause, null, clock.instant()));
        }
    }

    /** The database is away, or somebody was in the way: not the record's fault. */
    private static boolean mayPass(RuntimeException e) {
        return e instanceof InTheWay
                || Database.sqlStateOf(e)
                        .map(state -> !Database.isDataError(state))
                        .orElse(e instanceof QuarkusTransactionException);
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
