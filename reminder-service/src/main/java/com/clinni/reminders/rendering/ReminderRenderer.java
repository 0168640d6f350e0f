package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderDue;
import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.platform.access.ActsForService;
import com.clinni.reminders.template.DefaultTemplates;
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
    private final DefaultTemplates house;
    private final BatchRenderer batches;

    ReminderRenderer(DefaultTemplates house, BatchRenderer batches) {
        this.house = house;
        this.batches = batches;
    }

    /** A lost broker or database is waited for: it must not stop the channel. */
    @ActsForService("consume-reminder-due")
    @Incoming("reminder-due")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        var tasks = new ArrayList<RenderTask>(records.count());
        records.forEach(record -> tasks.add(task(record)));
        batches.render(tasks);
    }

    private RenderTask task(ConsumerRecord<String, byte[]> record) {
        return switch (reader.read(record.headers(), record.value())) {
            case Reading.Read<ReminderDue>(var due) when hasTexts(due) ->
                    new RenderTask.Pending(
                            record, Draft.of(due, CloudEventHeaders.generation(record.headers())));
            case Reading.Read<ReminderDue> _ -> refused(record, Cause.SCHEMA_INVALID, "kind");
            case Reading.Rejected<ReminderDue>(var cause, var field) ->
                    refused(record, cause, field);
        };
    }

    private boolean hasTexts(ReminderDue due) {
        return house.kind(due.kindOrReminder()).isPresent();
    }

    private static RenderTask refused(
            ConsumerRecord<String, byte[]> record, Cause cause, String field) {
        return new RenderTask.Settled(record, new Rendering.Refused(cause, field));
    }
}
