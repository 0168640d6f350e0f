package com.clinni.whatsapp.reply;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clinics that wrote to a number lately: each clinic's last message. */
@ApplicationScoped
public class Correspondence {

    private static final Sql LAST = Sql.named("replies/correspondence");

    private final Database database;

    Correspondence(Database database) {
        this.database = database;
    }

    /**
     * A message that reached WhatsApp: over which line, to whom, when, and what it was about.
     *
     * @param appointmentId the visit's; of a message about no visit, its requester's id
     * @param language in which it was written
     */
    public record PreviousMessage(
            String line,
            String phone,
            UUID reminderId,
            Instant sentAt,
            WritingClinic clinic,
            String appointmentId,
            boolean isAboutVisit,
            String patientId,
            String language) {

        @Override
        public String toString() {
            return "PreviousMessage[" + reminderId + "]";
        }
    }

    /** A clinic as it was when it wrote. */
    public record WritingClinic(
            String clinicId, String name, @Nullable String phone, ZoneId zone) {}

    /**
     * The last message of each clinic to each number since then, and those that are quoted however
     * old they are, as long as it is known whom they went to.
     */
    public List<PreviousMessage> with(
            Collection<String> phones, Collection<UUID> quoted, Instant since) {
        var values = new HashMap<String, Object>();
        values.put("phones", phones);
        values.put("quoted", quoted);
        values.put("since", since);
        return database.query(LAST, values, Correspondence::read).stream().distinct().toList();
    }

    private static PreviousMessage read(Row row) throws SQLException {
        return new PreviousMessage(
                row.text("line"),
                row.text("phone"),
                row.uuid("reminder_id"),
                row.instant("accepted_at"),
                new WritingClinic(
                        row.text("clinic_id"),
                        row.text("clinic_name"),
                        row.text("clinic_phone"),
                        ZoneId.of(row.text("zone"))),
                row.text("appointment_id"),
                row.number("appointment_version") > 0,
                row.text("patient_id"),
                row.text("language"));
    }
}
