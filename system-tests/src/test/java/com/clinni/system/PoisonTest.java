package com.clinni.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PoisonTest extends Journey {

    /** For services that are not here. */
    private static final Set<String> FOR_OTHERS = Set.of(Topics.SMS_CREDIT_WARNED);

    private static final List<String> CONSUMED =
            Topics.EVENTS.stream().filter(topic -> !FOR_OTHERS.contains(topic)).toList();

    @Test
    void what_nobody_can_read_stands_in_plain_sight_and_stops_nobody() throws Exception {
        var before = clinni.deadLetters("cause=UNREADABLE").size();
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", system.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (var topic : CONSUMED) {
                var record = new ProducerRecord<>(topic, "poison", "{\"broken\":".getBytes(UTF_8));
                record.headers()
                        .add("ce_id", "poison".getBytes(UTF_8))
                        .add("ce_type", topic.getBytes(UTF_8));
                producer.send(record).get();
            }
        }

        // reminder-withdrawn and clinic-profile have two consumers, and each says that it could not
        // read it
        eventually(
                () ->
                        assertThat(clinni.deadLetters("cause=UNREADABLE"))
                                .hasSizeGreaterThanOrEqualTo(before + CONSUMED.size()));
        var patient = TestPatient.withPhoneAndEmail();
        TestClinic.byWhatsApp(clinni, "EMAIL").book(patient);
        eventually(() -> assertThat(whatsAppsTo(patient)).hasSize(1));
    }
}
