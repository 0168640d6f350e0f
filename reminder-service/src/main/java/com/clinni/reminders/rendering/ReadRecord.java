package com.clinni.reminders.rendering;

import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.ReminderDue;
import com.clinni.reminders.authoring.TemplateKey;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that came, and what could be read in it. */
record ReadRecord(ConsumerRecord<String, byte[]> source, Reading<ReminderDue> reading) {

    static ReadRecord of(ConsumerRecord<String, byte[]> source, EventReader<ReminderDue> reader) {
        return new ReadRecord(source, reader.read(source.headers(), source.value()));
    }

    /** The texts it is rendered with; none for what cannot be read. */
    Stream<TemplateKey> textsNeeded() {
        return reading instanceof Reading.Read<ReminderDue>(var due)
                ? Stream.of(ReminderMessages.textsFor(due))
                : Stream.empty();
    }
}
