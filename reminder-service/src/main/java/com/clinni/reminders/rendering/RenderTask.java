package com.clinni.reminders.rendering;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that was consumed, with the message to render from it, or with its result where nothing
 * is rendered.
 */
sealed interface RenderTask {

    ConsumerRecord<String, byte[]> source();

    /** It asks for a message. */
    record Pending(ConsumerRecord<String, byte[]> source, Draft draft) implements RenderTask {}

    /** What becomes of it needs no texts. */
    record Settled(ConsumerRecord<String, byte[]> source, Rendering rendering)
            implements RenderTask {}
}
