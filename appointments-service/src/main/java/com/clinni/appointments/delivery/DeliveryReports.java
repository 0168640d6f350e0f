package com.clinni.appointments.delivery;

import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.DeliveryReported;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps every reported transition and the state they add up to, in the caller's transaction. */
@ApplicationScoped
class DeliveryReports {

    private static final Sql HISTORY = Sql.named("deliveries/history");
    private static final Sql STATES = Sql.named("deliveries/states");
    private static final Sql FLAG = Sql.named("deliveries/flag-possible-duplicates");

    private final Database database;
    private final MeterRegistry metrics;

    DeliveryReports(Database database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    void store(List<DeliveryReported> reports) {
        var columns = columns(reports);
        var stored = database.query(HISTORY, columns, row -> row.uuid("reminder_id")).size();
        database.update(STATES, columns);
        var doubtful = reports.stream().filter(DeliveryReported::possibleDuplicate).toList();
        if (!doubtful.isEmpty()) {
            database.update(
                    FLAG,
                    Columns.of(doubtful).put("reminderIds", DeliveryReported::reminderId).map());
        }
        metrics.counter("deliveries.reported").increment(stored);
        metrics.counter("events.ignored", "reason", "unknown-or-repeated-report")
                .increment(reports.size() - stored);
    }

    private static Map<String, ?> columns(List<DeliveryReported> reports) {
        return Columns.of(reports)
                .put("reminderIds", DeliveryReported::reminderId)
                .put("generations", DeliveryReported::generation)
                .put("sequences", DeliveryReported::sequence)
                .put("ats", DeliveryReported::at)
                .put("whats", DeliveryReports::what)
                .put("channels", DeliveryReports::channel)
                .put("attempts", DeliveryReported::attempts)
                .put("causes", DeliveryReported::cause)
                .put("details", DeliveryReported::detail)
                .put("possibleDuplicates", DeliveryReported::possibleDuplicate)
                .put("segments", DeliveryReported::segments)
                .map();
    }

    private static String what(DeliveryReported report) {
        return PublicState.of(report.state(), report.attempts()).name();
    }

    private static @Nullable String channel(DeliveryReported report) {
        return report.channel() == null ? null : report.channel().name();
    }
}
