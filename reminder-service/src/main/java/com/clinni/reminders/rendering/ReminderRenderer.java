package com.clinni.reminders.rendering;

import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderDue;
import com.clinni.events.Topics;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Renders due reminders, a batch at a time; acknowledged is what the broker has. */
@ApplicationScoped
class ReminderRenderer {

    private final EventReader<ReminderDue> reader =
            new EventReader<>(ReminderDue.class, Topics.REMINDER_DUE);
    private final BatchRenderer batches;

    ReminderRenderer(BatchRenderer batches) {
        this.batches = batches;
    }

    /** A lost broker or database is waited for: it must not stop the channel. */
    @Incoming("reminder-due")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        var manuscripts = new ArrayList<Manuscript>(records.count());
        records.forEach(record -> manuscripts.add(manuscript(record)));
        batches.render(manuscripts);
    }

    private Manuscript manuscript(ConsumerRecord<String, byte[]> record) {
        return switch (reader.read(record.headers(), record.value())) {
            case Reading.Read<ReminderDue>(var due) ->
                    new Manuscript.ToRender(record, Draft.of(due));
            case Reading.Rejected<ReminderDue>(var cause, var field) ->
                    new Manuscript.Settled(record, new Rendering.Refused(cause, field));
        };
    }
}
