package com.clinni.reminders.rendering;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.clinni.events.Cause;
import com.clinni.events.kafka.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.provider.Arguments;

/** Records nothing can be made of, each spoilt from a good one, with what must be said of it. */
final class BadRecords {

    private BadRecords() {}

    static Stream<Arguments> all() {
        return Stream.of(
                arguments(Cause.UNREADABLE, null, value(new byte[0])),
                arguments(Cause.UNREADABLE, null, value(null)),
                arguments(Cause.UNREADABLE, null, value(new byte[] {1, 2, (byte) 0xFF, 0})),
                arguments(Cause.UNREADABLE, null, text("\\}$", "")),
                arguments(Cause.UNREADABLE, null, value(bytes("{\"a\":\"\u00E9\"}", false))),
                arguments(Cause.UNREADABLE, null, value(bytes("{}", true))),
                arguments(Cause.SCHEMA_INVALID, "", value(bytes("[]", false))),
                arguments(Cause.SCHEMA_INVALID, "", value(bytes("42", false))),
                arguments(Cause.UNREADABLE, null, value(bytes("[".repeat(10_000), false))),
                arguments(Cause.UNREADABLE, null, text("\\{\"reminderId", "{\"rule\":1,$0")),
                arguments(Cause.SCHEMA_INVALID, "ce_id", header(CloudEventHeaders.ID, "")),
                arguments(Cause.SCHEMA_INVALID, "ce_type", header(CloudEventHeaders.TYPE, "x.v1")),
                arguments(
                        Cause.UNKNOWN_VERSION,
                        "ce_type",
                        header(CloudEventHeaders.TYPE, "appointments.reminder-due.v2")),
                arguments(
                        Cause.SCHEMA_INVALID,
                        "startsAt",
                        text("\"startsAt\":\"[^\"]*\"", "\"startsAt\":\"2030-03-06T16:30\"")),
                arguments(
                        Cause.SCHEMA_INVALID,
                        "startsAt",
                        text("\"startsAt\":\"[^\"]*\"", "\"startsAt\":\"2027-02-29T15:30:00Z\"")),
                arguments(
                        Cause.SCHEMA_INVALID,
                        "clinic.zone",
                        text("Europe/Madrid", "Europe/Madird")),
                arguments(Cause.SCHEMA_INVALID, "clinic.zone", text("Europe/Madrid", "GMT+25")),
                arguments(
                        Cause.SCHEMA_INVALID,
                        "dueAt",
                        text("\"dueAt\":\"[^\"]*\"", "\"dueAt\":\"2030-03-06T15:30:00Z\"")),
                arguments(
                        Cause.SCHEMA_INVALID,
                        "patient.firstName",
                        text("\"Ana\"", "\"A\\\\u0000\"")),
                arguments(
                        Cause.SCHEMA_INVALID,
                        "patient.firstName",
                        text("\"Ana\"", "\"\\\\ud800\"")),
                arguments(
                        Cause.SCHEMA_INVALID, "clinic.channel", text("\"WHATSAPP\"", "\"PIGEON\"")),
                arguments(
                        Cause.SCHEMA_INVALID,
                        "kind",
                        text("\\{\"reminderId", "{\"kind\":\"visit-dreamt\",\"reminderId")),
                arguments(
                        Cause.TEMPLATE_DATA_MISSING,
                        "clinic.phone",
                        text("\"phone\":\"910 000 000\",", "")),
                arguments(
                        Cause.NO_ADDRESS,
                        "patient.phone",
                        text("\"phone\":\"600 000 123\",\"email\":\"ana@example.test\",", "")),
                arguments(
                        Cause.NOT_MOBILE,
                        "patient.phone",
                        text("600 000 123\",\"email\":\"ana@example.test", "910 000 123")));
    }

    private static UnaryOperator<ProducerRecord<String, byte[]>> value(byte[] value) {
        return good -> new ProducerRecord<>(good.topic(), null, good.key(), value, good.headers());
    }

    private static UnaryOperator<ProducerRecord<String, byte[]>> text(String what, String with) {
        return good -> {
            var before = new String(good.value(), StandardCharsets.UTF_8);
            var after = before.replaceFirst(what, with);
            if (after.equals(before)) {
                throw new IllegalStateException("nothing was spoilt");
            }
            return value(after.getBytes(StandardCharsets.UTF_8)).apply(good);
        };
    }

    private static UnaryOperator<ProducerRecord<String, byte[]>> header(String name, String text) {
        return good -> {
            good.headers().remove(name).add(name, text.getBytes(StandardCharsets.UTF_8));
            return good;
        };
    }

    private static byte[] bytes(String text, boolean wide) {
        return text.getBytes(wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }
}
