package com.clinni.appointments.reminder.publish;

import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.Fallback;
import com.clinni.events.Patient;
import com.clinni.events.QuietHours;
import com.clinni.events.ReminderDue;
import com.clinni.events.SmsAccents;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claim of what is due. */
@ApplicationScoped
class DueReminders {

    private static final Sql CLAIM = Sql.named("publishing/claim");
    private static final Sql OLDEST = Sql.named("publishing/oldest");

    private final Database database;

    DueReminders(Database database) {
        this.database = database;
    }

    /**
     * What was taken out of the queue.
     *
     * @param rows how many queue rows are gone
     * @param events what must be published for that, fewer when clinics switched reminders off
     */
    record Claim(int rows, List<ReminderDue> events) {}

    /** Takes due reminders for this transaction: gone when it commits, back when it does not. */
    Claim claim(Instant now, int batch) {
        var clinics = new HashMap<ClinicKey, Clinic>();
        var rows =
                database.query(
                        CLAIM, Map.of("now", now, "most", batch), row -> event(row, clinics));
        return new Claim(rows.size(), rows.stream().flatMap(Optional::stream).toList());
    }

    /** When the reminder was due that waits longest, if any does. */
    @Nullable Instant oldest() {
        return database.query(OLDEST, Map.of(), row -> row.instant("oldest")).getFirst();
    }

    /** A clinic and the channel over which it speaks: a correction may have one of its own. */
    private record ClinicKey(String clinicId, String channel) {}

    private static Optional<ReminderDue> event(Row row, Map<ClinicKey, Clinic> clinics)
            throws SQLException {
        if (row.flag("is_withdrawn") || row.text("channel").equals("NONE")) {
            return Optional.empty();
        }
        var key = new ClinicKey(row.text("clinic_id"), row.text("channel"));
        var clinic = clinics.get(key);
        if (clinic == null) {
            clinic = clinic(row);
            clinics.put(key, clinic);
        }
        return Optional.of(
                new ReminderDue(
                        row.uuid("reminder_id"),
                        row.text("appointment_id"),
                        row.number("appointment_version"),
                        row.text("rule"),
                        row.instant("starts_at"),
                        row.value("duration_minutes", Integer.class),
                        row.instant("due_at"),
                        row.instant("send_before"),
                        clinic,
                        patient(row),
                        row.text("kind")));
    }

    private static Patient patient(Row row) throws SQLException {
        return new Patient(
                row.text("patient_id"),
                row.text("first_name"),
                row.text("phone"),
                row.text("email"),
                row.text("language"),
                Arrays.stream(row.text("opted_out").split(","))
                        .filter(channel -> !channel.isEmpty())
                        .map(Channel::valueOf)
                        .toList());
    }

    private static Clinic clinic(Row row) throws SQLException {
        var quietFrom = row.value("quiet_from", LocalTime.class);
        return new Clinic(
                row.text("clinic_id"),
                row.text("clinic_name"),
                row.text("clinic_phone"),
                row.text("clinic_address"),
                ZoneId.of(row.text("zone")),
                row.text("clinic_language"),
                Channel.valueOf(row.text("channel")),
                Fallback.valueOf(row.text("fallback")),
                Duration.parse(row.text("fallback_after")),
                quietFrom == null
                        ? null
                        : new QuietHours(quietFrom, row.value("quiet_to", LocalTime.class)),
                SmsAccents.valueOf(row.text("sms_accents")));
    }
}
