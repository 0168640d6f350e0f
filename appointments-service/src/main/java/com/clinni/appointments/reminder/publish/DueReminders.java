package com.clinni.appointments.reminder.publish;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.Fallback;
import com.clinni.events.Patient;
import com.clinni.events.QuietHours;
import com.clinni.events.ReminderDue;
import com.clinni.events.SmsAccents;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The claim of what is due. */
@ApplicationScoped
class DueReminders {

    private static final String CLAIM = Sql.named("claim-due-reminders");
    private static final String OLDEST = "SELECT min(due_at) AS oldest FROM reminder_due";

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
        var clinics = new HashMap<String, Clinic>();
        var rows = database.query(CLAIM, row -> event(row, clinics), now, batch, now);
        return new Claim(rows.size(), rows.stream().filter(Objects::nonNull).toList());
    }

    /** When the reminder was due that waits longest; null when none waits. */
    Instant oldest() {
        return database.query(OLDEST, row -> instant(row, "oldest")).getFirst();
    }

    private static ReminderDue event(ResultSet row, Map<String, Clinic> clinics)
            throws SQLException {
        if (row.getBoolean("is_withdrawn") || row.getString("channel").equals("NONE")) {
            return null;
        }
        var clinicId = row.getString("clinic_id");
        if (!clinics.containsKey(clinicId)) {
            clinics.put(clinicId, clinic(row));
        }
        return new ReminderDue(
                row.getObject("reminder_id", UUID.class),
                row.getString("appointment_id"),
                row.getLong("appointment_version"),
                row.getString("rule"),
                instant(row, "starts_at"),
                row.getObject("duration_minutes", Integer.class),
                instant(row, "due_at"),
                instant(row, "send_before"),
                clinics.get(clinicId),
                patient(row),
                row.getString("kind"));
    }

    private static Patient patient(ResultSet row) throws SQLException {
        return new Patient(
                row.getString("patient_id"),
                row.getString("first_name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("language"),
                Arrays.stream(row.getString("opted_out").split(","))
                        .filter(channel -> !channel.isEmpty())
                        .map(Channel::valueOf)
                        .toList());
    }

    private static Clinic clinic(ResultSet row) throws SQLException {
        var quietFrom = row.getObject("quiet_from", LocalTime.class);
        return new Clinic(
                row.getString("clinic_id"),
                row.getString("clinic_name"),
                row.getString("clinic_phone"),
                row.getString("clinic_address"),
                ZoneId.of(row.getString("zone")),
                row.getString("clinic_language"),
                Channel.valueOf(row.getString("channel")),
                Fallback.valueOf(row.getString("fallback")),
                Duration.parse(row.getString("fallback_after")),
                quietFrom == null
                        ? null
                        : new QuietHours(quietFrom, row.getObject("quiet_to", LocalTime.class)),
                SmsAccents.valueOf(row.getString("sms_accents")));
    }
}
