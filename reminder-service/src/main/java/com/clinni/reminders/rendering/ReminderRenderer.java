package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderDue;
import com.clinni.events.Topics;
import com.clinni.reminders.authoring.TemplateKey;
import com.clinni.reminders.authoring.TemplateSource;
import com.clinni.reminders.authoring.VersionedTemplates;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Renders due reminders. Keeps nothing of them: a batch is acknowledged when the broker has every
 * message and dead letter of it, and is done again as a whole when not. Repeats have the same event
 * ids.
 */
@ApplicationScoped
class ReminderRenderer {

    private static final Logger LOG = Logger.getLogger(ReminderRenderer.class);

    /** What consumers accept at most; beyond it a message would only die one hop later. */
    private static final int LARGEST_MESSAGE = 256 * 1024;

    private final EventReader<ReminderDue> reader =
            new EventReader<>(ReminderDue.class, Topics.REMINDER_DUE);
    private final TemplateSource templates;
    private final ReminderMessages messages;
    private final AwaitedPublisher publisher;
    private final RenderingJournal journal;
    private final Clock clock;

    ReminderRenderer(
            TemplateSource templates,
            ReminderMessages messages,
            AwaitedPublisher publisher,
            RenderingJournal journal,
            Clock clock) {
        this.templates = templates;
        this.messages = messages;
        this.publisher = publisher;
        this.journal = journal;
        this.clock = clock;
    }

    /** A lost broker or database is waited for: it must not stop the channel. */
    @Incoming("reminder-due")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        var read = new ArrayList<ReadRecord>(records.count());
        records.forEach(record -> read.add(ReadRecord.of(record, reader)));
        var texts = templates.of(read.stream().flatMap(ReadRecord::textsNeeded).toList());
        var batch = read.stream().map(each -> process(each, texts)).toList();
        var refused = publisher.publish(batch.stream().map(RenderedRecord::publication).toList());
        journal.write(batch, refused);
    }

    private RenderedRecord process(ReadRecord read, Map<TemplateKey, VersionedTemplates> texts) {
        var record = read.source();
        var rendered = RenderedRecord.of(record, renderingOf(read, texts), clock.instant());
        var value = rendered.publication().value();
        return rendered.rendering() instanceof Rendering.Rendered && value.length > LARGEST_MESSAGE
                ? RenderedRecord.of(
                        record, new Rendering.Refused(Cause.TOO_LARGE, null), clock.instant())
                : rendered;
    }

    /** A defect of ours costs one record its message, never its neighbours theirs. */
    private Rendering renderingOf(ReadRecord read, Map<TemplateKey, VersionedTemplates> texts) {
        try {
            return switch (read.reading()) {
                case Reading.Read<ReminderDue>(var due) ->
                        messages.render(due, texts.get(ReminderMessages.textsFor(due)));
                case Reading.Rejected<ReminderDue>(var cause, var field) ->
                        new Rendering.Refused(cause, field);
            };
        } catch (RuntimeException e) {
            // its message may quote the patient: only its kind and place are told
            LOG.errorf(
                    "defect partition=%d offset=%d kind=%s at=%s",
                    read.source().partition(),
                    read.source().offset(),
                    e.getClass().getName(),
                    placeOf(e));
            return new Rendering.Refused(Cause.DEFECT, null);
        }
    }

    private static String placeOf(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
    }
}
