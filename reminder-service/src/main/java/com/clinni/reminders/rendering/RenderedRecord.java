package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.DeadLetters.Death;
import com.clinni.events.kafka.Publication;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record, the result of its rendering, and the record that is published for it. */
record RenderedRecord(
        ConsumerRecord<String, byte[]> source, Rendering rendering, Publication publication) {

    private static final String SERVICE = "reminder-service";
    private static final String SOURCE = "/clinni/" + SERVICE;

    /** What consumers accept at most; beyond it a message would only die one hop later. */
    private static final int LARGEST_MESSAGE = 256 * 1024;

    static RenderedRecord of(
            ConsumerRecord<String, byte[]> source, Rendering rendering, Instant now) {
        var publication =
                switch (rendering) {
                    case Rendering.Rendered(var message, var generation, var _) ->
                            Publication.of(message, SOURCE, now, generation);
                    case Rendering.NotWanted(var report) ->
                            Publication.of(report, SOURCE, now, report.generation());
                    case Rendering.Refused(var cause, var field) ->
                            DeadLetters.of(source, Death.of(cause, field, SERVICE, now));
                };
        var value = publication.value();
        return rendering instanceof Rendering.Rendered
                        && value != null
                        && value.length > LARGEST_MESSAGE
                ? of(source, new Rendering.Refused(Cause.TOO_LARGE, null), now)
                : new RenderedRecord(source, rendering, publication);
    }

    /** A replay's generation goes along, so that the dispatchers can tell it from a repeat. */
    int generation() {
        return rendering instanceof Rendering.Rendered rendered
                ? rendered.generation()
                : CloudEventHeaders.generation(source.headers());
    }
}
