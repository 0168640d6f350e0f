package com.clinni.fallback.fallback;

import com.clinni.events.Cause;
import com.clinni.events.Reading.Rejected;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.DeadLetters.Origin;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.database.DatabaseException;
import com.clinni.platform.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Sends what this service cannot read to its dead-letter topic, which it then takes in itself. */
@ApplicationScoped
public class Rejections {

    private static final String SERVICE = "fallback-dispatcher";

    private static final Logger LOG = Logger.getLogger(Rejections.class);

    private final Outbox outbox;
    private final Clock clock;

    Rejections(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Publication of(ConsumerRecord<String, byte[]> record, Rejected<?> rejected) {
        return DeadLetters.of(
                new Origin(record.topic(), record.partition(), record.offset()),
                record.key(),
                record.headers(),
                record.value(),
                Death.of(rejected.cause(), rejected.field(), SERVICE, clock.instant()));
    }

    /** One that reads well and still cannot be stored, or makes us fail. */
    public Publication of(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        LOG.warnf("%s is rejected: %s", record.topic(), failure.getClass().getName());
        var cause =
                failure instanceof DatabaseException refused && refused.isAboutValues()
                        ? Cause.SCHEMA_INVALID
                        : Cause.DEFECT;
        return of(record, new Rejected<>(cause, null));
    }

    public void add(List<Publication> publications) {
        if (!publications.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> outbox.add(publications));
        }
    }
}
