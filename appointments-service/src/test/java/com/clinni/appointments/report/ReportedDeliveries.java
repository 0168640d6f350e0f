package com.clinni.appointments.report;

import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.timeline;
import static org.awaitility.Awaitility.await;

import com.clinni.appointments.TestDatabase;
import com.clinni.events.DeliveryReported;
import com.clinni.events.Event;
import com.clinni.events.OutageChanged;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.EventPublisher;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the dispatchers tell this service. Each comes back when the service has taken it in. */
@ApplicationScoped
class ReportedDeliveries {

    private final EventPublisher broker;
    private final TestDatabase database;

    ReportedDeliveries(EventPublisher broker, TestDatabase database) {
        this.broker = broker;
        this.database = database;
    }

    /** The reminder of a visit that is booked for it. */
    static UUID visit(String clinic, String startsAt) {
        var id = timeline(book(clinic, startsAt)).jsonPath().getString("[0].reminderId");
        return UUID.fromString(id);
    }

    void report(DeliveryReported report) {
        publish(report, report.at());
        await().until(() -> sequenceOf(report.reminderId()) == report.sequence());
    }

    void outage(String line, String beganAt, String endedAt, String cause) {
        var end = endedAt == null ? null : Instant.parse(endedAt);
        var outage = new OutageChanged(line, Instant.parse(beganAt), end, cause);
        publish(outage, outage.beganAt());
        await().until(() -> isKnown(outage));
    }

    private void publish(Event event, Instant at) {
        broker.publish(List.of(Publication.of(event, "/clinni/whatsapp-dispatcher", at)));
    }

    private int sequenceOf(UUID reminder) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                database.query(
                                                "SELECT sequence FROM reminder WHERE reminder_id ="
                                                        + " ?",
                                                row -> row.getInt("sequence"),
                                                reminder)
                                        .getFirst());
    }

    private boolean isKnown(OutageChanged outage) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                !database.query(
                                                "SELECT 1 FROM outage WHERE line = ? AND began_at ="
                                                        + " ? AND (ended_at IS NOT NULL OR ?)",
                                                row -> true,
                                                outage.line(),
                                                outage.beganAt(),
                                                outage.endedAt() == null)
                                        .isEmpty());
    }
}
