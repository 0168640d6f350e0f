package com.clinni.appointments.appointment;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.events.Channel;
import com.clinni.events.Patient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The appointment table. */
@ApplicationScoped
class AppointmentRows {

    private static final String INSERT = Sql.named("insert-appointments");
    private static final String UPDATE = Sql.named("update-appointments");

    /** In order of the id, so that two batches wait for each other and not in a circle. */
    private static final String LOCK =
            """
            SELECT * FROM appointment WHERE appointment_id = ANY (?::text[])
            ORDER BY appointment_id FOR UPDATE
            """;

    private static final String ONE = "SELECT * FROM appointment WHERE appointment_id = ?";

    private static final String OF_AGENDA =
            "SELECT * FROM appointment WHERE agenda_key = ANY (?::uuid[]) ORDER BY starts_at";

    private final Database database;

    AppointmentRows(Database database) {
        this.database = database;
    }

    Map<String, Appointment> lock(Collection<String> ids) {
        return database
                .query(LOCK, AppointmentRows::read, (Object) ids.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Appointment::appointmentId, Function.identity()));
    }

    Optional<Appointment> one(String appointmentId) {
        return database.query(ONE, AppointmentRows::read, appointmentId).stream().findFirst();
    }

    List<Appointment> ofAgenda(Collection<UUID> agendaKeys) {
        return database.query(
                OF_AGENDA, AppointmentRows::read, (Object) agendaKeys.toArray(UUID[]::new));
    }

    /** Whether every row was new. */
    boolean insert(List<Appointment> appointments) {
        return appointments.isEmpty()
                || database.update(INSERT, columns(appointments)) == appointments.size();
    }

    void update(List<Appointment> appointments) {
        if (!appointments.isEmpty()) {
            database.update(UPDATE, columns(appointments));
        }
    }

    private static Object[] columns(List<Appointment> appointments) {
        var columns = Columns.of(appointments);
        return new Object[] {
            columns.texts(Appointment::appointmentId),
            columns.texts(Appointment::clinicId),
            columns.longs(Appointment::version),
            columns.longs(Appointment::planVersion),
            columns.flags(Appointment::cancelled),
            columns.instants(Appointment::startsAt),
            columns.numbers(Appointment::durationMinutes),
            columns.texts(of(Patient::patientId)),
            columns.texts(of(Patient::firstName)),
            columns.texts(of(Patient::phone)),
            columns.texts(of(Patient::email)),
            columns.texts(of(Patient::language)),
            columns.texts(a -> a.patient() == null ? "" : optedOut(a.patient())),
            columns.ids(Appointment::agendaKey)
        };
    }

    private static Function<Appointment, String> of(Function<Patient, String> field) {
        return appointment ->
                appointment.patient() == null ? null : field.apply(appointment.patient());
    }

    private static String optedOut(Patient patient) {
        return patient.optedOut().stream()
                .distinct()
                .map(Channel::name)
                .collect(Collectors.joining(","));
    }

    private static Appointment read(ResultSet row) throws SQLException {
        return new Appointment(
                row.getString("appointment_id"),
                row.getString("clinic_id"),
                row.getLong("version"),
                row.getLong("plan_version"),
                row.getBoolean("cancelled"),
                instant(row, "starts_at"),
                row.getObject("duration_minutes", Integer.class),
                row.getString("patient_id") == null ? null : patient(row),
                row.getObject("agenda_key", UUID.class));
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
}
