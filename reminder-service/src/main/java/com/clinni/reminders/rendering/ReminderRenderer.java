package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderDue;
import com.clinni.events.Topics;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Renders due reminders. Keeps nothing: a batch is acknowledged when the broker has every message
 * and dead letter of it, and is done again as a whole when not. Repeats have the same event ids.
 */
@ApplicationScoped
class ReminderRenderer {

    private static final Logger LOG = Logger.getLogger(ReminderRenderer.class);

    /** What consumers accept at most; beyond it a message would only die one hop later. */
    private static final int LARGEST_MESSAGE = 256 * 1024;

    private final EventReader<ReminderDue> reader =
            new EventReader<>(ReminderDue.class, Topics.REMINDER_DUE);
    private final ReminderMessages messages;
    private final AwaitedPublisher publisher;
    private final RenderingJournal journal;
    private final Clock clock;

    ReminderRenderer(
            ReminderMessages messages,
            AwaitedPublisher publisher,
            RenderingJournal journal,
            Clock clock) {
        this.messages = messages;
        this.publisher = publisher;
        this.journal = journal;
        this.clock = clock;
    }

    /** A lost broker is waited for: it must not stop the channel. */
    @Incoming("reminder-due")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        var batch = new ArrayList<RenderedRecord>(records.count());
        records.forEach(record -> batch.add(process(record)));
        var refused = publisher.publish(batch.stream().map(RenderedRecord::publication).toList());
        journal.write(batch, refused);
    }

    private RenderedRecord process(ConsumerRecord<String, byte[]> record) {
        var rendered = RenderedRecord.of(record, renderingOf(record), clock.instant());
        var value = rendered.publication().value();
        return rendered.rendering() instanceof Rendering.Rendered && value.length > LARGEST_MESSAGE
                ? RenderedRecord.of(
                        record, new Rendering.Refused(Cause.TOO_LARGE, null), clock.instant())
                : rendered;
    }

    /** A defect of ours costs one record its message, never its neighbours theirs. */
    private Rendering renderingOf(ConsumerRecord<String, byte[]> record) {
        try {
            return switch (reader.read(record.headers(), record.value())) {
                case Reading.Read<ReminderDue>(var due) -> messages.render(due);
                case Reading.Rejected<ReminderDue>(var cause, var field) ->
                        new Rendering.Refused(cause, field);
            };
        } catch (RuntimeException e) {
            // its message may quote the patient: only its kind and place are told
            LOG.errorf(
                    "defect partition=%d offset=%d kind=%s at=%s",
                    record.partition(), record.offset(), e.getClass().getName(), placeOf(e));
            return new Rendering.Refused(Cause.DEFECT, null);
        }
    }

    private static String placeOf(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
    }
}
