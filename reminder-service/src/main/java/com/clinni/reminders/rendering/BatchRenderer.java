package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.reminders.authoring.TemplateKey;
import com.clinni.reminders.authoring.TemplateSource;
import com.clinni.reminders.authoring.VersionedTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Renders a batch and publishes it. Keeps nothing: when this returns the broker has every message
 * and dead letter of the batch, and when it throws the whole is to be done again. Repeats have the
 * same event ids.
 */
@ApplicationScoped
class BatchRenderer {

    private static final Logger LOG = Logger.getLogger(BatchRenderer.class);

    private final TemplateSource templates;
    private final MessageWriter writer;
    private final EventPublisher publisher;
    private final RenderingJournal journal;
    private final Clock clock;

    BatchRenderer(
            TemplateSource templates,
            MessageWriter writer,
            EventPublisher publisher,
            RenderingJournal journal,
            Clock clock) {
        this.templates = templates;
        this.writer = writer;
        this.publisher = publisher;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Renders and publishes a batch.
     *
     * @return what became of each, in the same order
     */
    List<Rendering> render(List<RenderTask> tasks) {
        var texts = templates.of(tasks.stream().flatMap(BatchRenderer::textsFor).toList());
        var batch =
                tasks.stream()
                        .map(
                                each ->
                                        RenderedRecord.of(
                                                each.source(),
                                                renderingOf(each, texts),
                                                clock.instant()))
                        .toList();
        var refused = publisher.publish(batch.stream().map(RenderedRecord::publication).toList());
        journal.write(batch, refused);
        return batch.stream().map(RenderedRecord::rendering).toList();
    }

    private static Stream<TemplateKey> textsFor(RenderTask task) {
        return task instanceof RenderTask.Pending(var _, var draft)
                ? Stream.of(draft.texts())
                : Stream.empty();
    }

    private Rendering renderingOf(RenderTask task, Map<TemplateKey, VersionedTemplates> texts) {
        return switch (task) {
            case RenderTask.Settled(var _, var rendering) -> rendering;
            case RenderTask.Pending(var source, var draft) -> written(source, draft, texts);
        };
    }

    /** A defect of ours costs one record its message, never its neighbours theirs. */
    private Rendering written(
            ConsumerRecord<String, byte[]> source,
            Draft draft,
            Map<TemplateKey, VersionedTemplates> texts) {
        try {
            return writer.write(
                    draft, Objects.requireNonNull(texts.get(draft.texts()), "no such texts"));
        } catch (RuntimeException e) {
            // its message may quote the patient: only its kind and place are told
            LOG.errorf(
                    "defect topic=%s partition=%d offset=%d kind=%s at=%s",
                    source.topic(),
                    source.partition(),
                    source.offset(),
                    e.getClass().getName(),
                    placeOf(e));
            return new Rendering.Refused(Cause.DEFECT, null);
        }
    }

    private static String placeOf(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
    }
}
