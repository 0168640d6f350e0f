package com.clinni.reminders.rendering;

import com.clinni.events.DeliveryReported;
import com.clinni.events.kafka.Publication;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Tells operators what became of each reminder: one line and one count, without patient data. */
@Startup
@ApplicationScoped
class RenderingJournal {

    static final String RENDERED = "reminders.rendered";
    static final String NOT_WANTED = "reminders.not.wanted";
    static final String DEAD_LETTERS = "reminders.dead.letters";
    static final String UNPUBLISHABLE = "reminders.dead.letters.unpublishable";
    static final String BATCH_SIZE = "reminders.batch.size";

    private static final Logger LOG = Logger.getLogger(RenderingJournal.class);

    private final MeterRegistry meters;
    private final DistributionSummary batchSize;

    RenderingJournal(MeterRegistry meters) {
        this.meters = meters;
        this.batchSize = DistributionSummary.builder(BATCH_SIZE).register(meters);
        meters.counter(UNPUBLISHABLE);
    }

    /**
     * @param refused dead letters that the broker will never take; their records stay in their own
     *     topic, at the place the line names, as long as that keeps them
     */
    void write(List<RenderedRecord> batch, List<Publication> refused) {
        batchSize.record(batch.size());
        for (var each : batch) {
            switch (each.rendering()) {
                case Rendering.Rendered rendered -> write(each, rendered);
                case Rendering.NotWanted(var report) -> write(report);
                case Rendering.Refused why -> write(each, why);
            }
            if (refused.contains(each.publication())) {
                var source = each.source();
                meters.counter(UNPUBLISHABLE).increment();
                LOG.errorf(
                        "too large even for its dead-letter topic: topic=%s partition=%d offset=%d",
                        source.topic(), source.partition(), source.offset());
            }
        }
    }

    private void write(RenderedRecord each, Rendering.Rendered rendered) {
        var message = rendered.message();
        var language = message.recipient().language();
        for (var channel : rendered.channels()) {
            meters.counter(RENDERED, "channel", channel.name(), "language", language).increment();
        }
        LOG.infof(
                "rendered kind=%s reminder=%s about=%s clinic=%s generation=%d channels=%s"
                        + " language=%s template=%d",
                message.kind(),
                message.reminderId(),
                message.appointmentId(),
                message.clinic().clinicId(),
                each.generation(),
                rendered.channels().stream().map(Enum::name).collect(Collectors.joining(",")),
                language,
                message.templateVersion());
    }

    private void write(DeliveryReported report) {
        meters.counter(NOT_WANTED).increment();
        LOG.infof(
                "not wanted message=%s clinic=%s generation=%d",
                report.reminderId(), report.clinicId(), report.generation());
    }

    private void write(RenderedRecord each, Rendering.Refused why) {
        meters.counter(DEAD_LETTERS, "cause", why.cause().name()).increment();
        var source = each.source();
        LOG.warnf(
                "dead letter topic=%s cause=%s field=%s partition=%d offset=%d generation=%d",
                source.topic(),
                why.cause(),
                why.field(),
                source.partition(),
                source.offset(),
                each.generation());
    }
}
