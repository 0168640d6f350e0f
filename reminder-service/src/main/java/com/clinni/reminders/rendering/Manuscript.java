package com.clinni.reminders.rendering;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that came, and what is to be rendered of it, or what became of it without. */
sealed interface Manuscript {

    ConsumerRecord<String, byte[]> source();

    /** It asks for a message. */
    record ToRender(ConsumerRecord<String, byte[]> source, Draft draft) implements Manuscript {}

    /** What becomes of it needs no texts. */
    record Settled(ConsumerRecord<String, byte[]> source, Rendering rendering)
            implements Manuscript {}
}
