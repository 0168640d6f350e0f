package com.clinni.appointments.delivery;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.DeliveryReported;
import com.clinni.events.EventReader;
import com.clinni.events.Reading.Read;
import com.clinni.events.Reading.Rejected;
import com.clinni.events.Topics;
import com.clinni.platform.intake.DeadLetterPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps every reported transition and the state they add up to, in the caller's transaction. */
@ApplicationScoped
class DeliveryReports {

    private static final EventReader<DeliveryReported> READER =
            new EventReader<>(DeliveryReported.class, Topics.DELIVERY_REPORTED);

    private static final String HISTORY = Sql.named("store-history");
    private static final String STATES = Sql.named("update-states");

    private static final String FLAG =
            "UPDATE reminder SET possible_duplicate = true WHERE reminder_id = ANY (?::uuid[])";

    private final Database database;
    private final DeadLetterPublisher deadLetters;
    private final MeterRegistry metrics;

    DeliveryReports(Database database, DeadLetterPublisher deadLetters, MeterRegistry metrics) {
        this.database = database;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    void store(List<ConsumerRecord<String, byte[]>> records) {
        var reports = new ArrayList<DeliveryReported>();
        for (var record : records) {
            switch (READER.read(record.headers(), record.value())) {
                case Read<DeliveryReported>(var report) -> reports.add(report);
                case Rejected<DeliveryReported>(var cause, var field) ->
                        deadLetters.bury(record, cause, field);
            }
        }
        if (!reports.isEmpty()) {
            keep(reports);
        }
    }

    private void keep(List<DeliveryReported> reports) {
        var stored = storeHistory(Columns.of(reports));
        updateStates(Columns.of(reports));
        var doubtful = reports.stream().filter(DeliveryReported::possibleDuplicate).toList();
        if (!doubtful.isEmpty()) {
            database.update(FLAG, (Object) Columns.of(doubtful).ids(DeliveryReported::reminderId));
        }
        metrics.counter("deliveries.reported").increment(stored);
        metrics.counter("events.ignored", "reason", "unknown-or-repeated-report")
                .increment(reports.size() - stored);
    }

    private int storeHistory(Columns<DeliveryReported> reports) {
        return database.query(
                        HISTORY,
                        row -> row.getObject("reminder_id", UUID.class),
                        reports.ids(DeliveryReported::reminderId),
                        reports.numbers(DeliveryReported::generation),
                        reports.numbers(DeliveryReported::sequence),
                        reports.instants(DeliveryReported::at),
                        reports.texts(DeliveryReports::what),
                        reports.texts(DeliveryReports::channel),
                        reports.numbers(DeliveryReported::attempts),
                        reports.texts(
                                report -> report.cause() == null ? null : report.cause().name()),
                        reports.texts(DeliveryReported::detail),
                        reports.flags(DeliveryReported::possibleDuplicate),
                        reports.numbers(DeliveryReported::segments))
                .size();
    }

    private void updateStates(Columns<DeliveryReported> reports) {
        database.update(
                STATES,
                reports.ids(DeliveryReported::reminderId),
                reports.numbers(DeliveryReported::generation),
                reports.numbers(DeliveryReported::sequence),
                reports.texts(DeliveryReports::what),
                reports.texts(DeliveryReports::channel));
    }

    private static String what(DeliveryReported report) {
        return PublicState.of(report.state(), report.attempts()).name();
    }

    private static String channel(DeliveryReported report) {
        return report.channel() == null ? null : report.channel().name();
    }
}
